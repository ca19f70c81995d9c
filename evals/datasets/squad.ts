import { readFile } from "node:fs/promises";
import { z } from "zod";

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.int() })).min(1),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type Article = z.output<typeof squadSchema>["data"][number];

/**
 * The articles of a file in SQuAD's form (Rajpurkar et al. 2016), every answer checked to stand where it says.
 * `find` looks for the nearest place of an answer that does not, and leaves it out where there is none.
 */
export async function readSquad(
  file: string,
  { offsets = "exact" }: { readonly offsets?: "exact" | "find" } = {},
): Promise<readonly Article[]> {
  const { data } = parseSquad(await readFile(file, "utf8"), file);
  if (offsets === "find") return data.map(findAnswers);
  for (const { context, qas } of data.flatMap(({ paragraphs }) => paragraphs)) {
    const characters = Array.from(context);
    for (const { id, answers } of qas) {
      for (const { text, answer_start: start } of answers) {
        const found = characters.slice(start, start + Array.from(text).length).join("");
        if (found !== text)
          throw new Error(`${file} ${id}: character ${start} reads "${found}", not "${text}"`);
      }
    }
  }
  return data;
}

function parseSquad(text: string, file: string): z.output<typeof squadSchema> {
  try {
    return squadSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is no file in SQuAD's form (data, paragraphs, qas); fetch it again`, { cause });
  }
}

function findAnswers(article: Article): Article {
  const paragraphs = article.paragraphs.map((paragraph) => {
    const characters = Array.from(paragraph.context);
    const find = (answer: Answer) => findAnswer(answer, characters);
    return { ...paragraph, qas: paragraph.qas.map((qa) => ({ ...qa, answers: qa.answers.flatMap(find) })) };
  });
  return { ...article, paragraphs };
}

type Answer = Article["paragraphs"][number]["qas"][number]["answers"][number];

function findAnswer({ text, answer_start }: Answer, characters: readonly string[]): readonly Answer[] {
  const length = Array.from(text).length;
  const starts = [...characters.keys()].filter(
    (start) => characters.slice(start, start + length).join("") === text,
  );
  const nearest = starts.sort((a, b) => Math.abs(a - answer_start) - Math.abs(b - answer_start))[0];
  return nearest === undefined ? [] : [{ text, answer_start: nearest }];
}
