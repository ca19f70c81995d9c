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

/** The articles of a file in SQuAD's form (Rajpurkar et al. 2016), every answer checked to stand where it says. */
export async function readSquad(file: string): Promise<readonly Article[]> {
  const { data } = squadSchema.parse(JSON.parse(await readFile(file, "utf8")));
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
