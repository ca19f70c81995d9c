import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import * as OpenCC from "opencc-js";
import type { CaseRow } from "./case.ts";
import { layOut, lineAt, type PlacedParagraph } from "./lay-out.ts";
import { type Article, readSquad } from "./squad.ts";

export const publicSetNames = ["xquad-en-zh", "xquad-zh-zh", "xquad-en-en", "drcd"] as const;
export type PublicSetName = (typeof publicSetNames)[number];

interface PublicSetOptions {
  readonly set: PublicSetName;
  /** `other` asks Chinese questions in the script the documents are not written in. */
  readonly script: "own" | "other";
  readonly benchDirectory: string;
  /** Where the corpus folder and the dataset file are written. */
  readonly directory: string;
}

type Language = CaseRow["lang"];
type Questions = Article["paragraphs"][number]["qas"];

/** Questions come from one file and passages from another; the two are aligned by question id. */
const sources: Record<PublicSetName, { questions: string; passages: string; language: Language }> = {
  "xquad-en-zh": { questions: "xquad.en.dev.json", passages: "xquad.zh.dev.json", language: "en" },
  "xquad-zh-zh": { questions: "xquad.zh.dev.json", passages: "xquad.zh.dev.json", language: "zh-Hans" },
  "xquad-en-en": { questions: "xquad.en.dev.json", passages: "xquad.en.dev.json", language: "en" },
  drcd: { questions: "drcd.dev.json", passages: "drcd.dev.json", language: "zh-Hant" },
};

/**
 * Turns a public set into files the product itself reads, so that its own ingest and search are scored: one text
 * file per article and a dataset whose gold is the lines of the question's paragraph, any one of which suffices.
 */
export async function writePublicSet({ set, script, benchDirectory, directory }: PublicSetOptions) {
  const { questions, passages, language } = sources[set];
  const asker = createAsker(language, script);
  const wordings = readQuestions(await readSquad(path.join(benchDirectory, questions)));
  const articles = await readSquad(path.join(benchDirectory, passages));

  const corpus = path.join(directory, "corpus");
  const dataset = path.join(directory, `${set}.jsonl`);
  await mkdir(corpus, { recursive: true });
  const rows: CaseRow[] = [];
  for (const [index, article] of articles.entries()) {
    const document = `article-${String(index).padStart(3, "0")}.txt`;
    const { text, paragraphs } = layOut(article.paragraphs.map(({ context }) => context));
    await writeFile(path.join(corpus, document), text);
    rows.push(
      ...article.paragraphs.flatMap(({ qas }, position) => toRows(qas, document, paragraphs[position])),
    );
  }
  await writeFile(dataset, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return { corpus, dataset };

  function toRows(qas: Questions, document: string, placed: PlacedParagraph | undefined): readonly CaseRow[] {
    if (placed === undefined) return [];
    return qas.map(({ id, answers }) => ({
      id,
      lang: asker.language,
      question: asker.ask(wordings.get(id) ?? missingQuestion(id, questions)),
      type: "paragraph",
      match: "any",
      gold: [{ doc: document, start: placed.startLine, end: placed.endLine }],
      answerLines: answers.map(({ text, answer_start: start }) => ({
        doc: document,
        start: lineAt(placed, start),
        end: lineAt(placed, start + Array.from(text).length - 1),
      })),
    }));
  }
}

function missingQuestion(id: string, file: string): never {
  throw new Error(`${file} has no question ${id}; the two files of the set do not belong together`);
}

function readQuestions(articles: readonly Article[]): ReadonlyMap<string, string> {
  const qas = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.qas));
  return new Map(qas.map(({ id, question }) => [id, question]));
}

function createAsker(language: Language, script: "own" | "other") {
  if (script === "own") return { language, ask: (question: string) => question };
  if (language === "en") throw new Error("--script other needs a set with Chinese questions");
  const isTraditional = language === "zh-Hant";
  const ask = OpenCC.Converter(isTraditional ? { from: "tw", to: "cn" } : { from: "cn", to: "tw" });
  return { language: isTraditional ? ("zh-Hans" as const) : ("zh-Hant" as const), ask };
}
