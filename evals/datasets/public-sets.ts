import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import * as OpenCC from "opencc-js";
import type { CaseRow } from "./case.ts";
import { layOut, lineAt, type PlacedParagraph } from "./lay-out.ts";
import { rgbFiles, writeRgb } from "./rgb.ts";
import { type Article, readSquad } from "./squad.ts";

export const publicSetNames = [
  "xquad-en-zh",
  "xquad-zh-zh",
  "xquad-en-en",
  "xquad",
  "drcd",
  "cmrc",
  "rgb",
] as const;
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

interface Source {
  readonly questions: string;
  /** Every file's articles are documents, and the paragraph of any of them is gold. */
  readonly passages: readonly string[];
  readonly language: Language;
  readonly offsets?: "exact" | "find";
}

const [english, chinese] = ["xquad.en.dev.json", "xquad.zh.dev.json"];

/** Questions come from one file and passages from others, aligned by question id. */
const sources: Readonly<Record<Exclude<PublicSetName, "rgb">, readonly Source[]>> = {
  "xquad-en-zh": [{ questions: english, passages: [chinese], language: "en" }],
  "xquad-zh-zh": [{ questions: chinese, passages: [chinese], language: "zh-Hans" }],
  "xquad-en-en": [{ questions: english, passages: [english], language: "en" }],
  // Both languages in one corpus: neither may drown the other.
  xquad: [
    { questions: english, passages: [english, chinese], language: "en" },
    { questions: chinese, passages: [english, chinese], language: "zh-Hans" },
  ],
  drcd: [{ questions: "drcd.dev.json", passages: ["drcd.dev.json"], language: "zh-Hant" }],
  // 200 of its 9,657 offsets are wrong.
  cmrc: [
    { questions: "cmrc2018_dev.json", passages: ["cmrc2018_dev.json"], language: "zh-Hans", offsets: "find" },
  ],
};

/** What is missing of a set, as one sentence that says where it comes from; null where nothing is. */
export function describeMissingFiles(set: PublicSetName, benchDirectory: string | undefined): string | null {
  if (benchDirectory === undefined)
    return "give the folder of the public sets with --bench-dir DIR or BENCH_DIR";
  if (!existsSync(benchDirectory)) return `there is no folder ${benchDirectory}`;
  const isThere = (file: string) => existsSync(path.join(benchDirectory, file));
  if (set === "rgb") {
    const files = rgbFiles.map(({ name }) => name);
    return files.some(isThere)
      ? null
      : `${benchDirectory} holds none of ${files.join(", ")} (${origins.rgb})`;
  }
  const files = sources[set].flatMap(({ questions, passages }) => [questions, ...passages]);
  const missing = [...new Set(files)].filter((file) => !isThere(file));
  const [family = "drcd"] = set.split("-");
  if (missing.length === 0) return null;
  return `${benchDirectory} has no ${missing.join(" and no ")} (${origins[family as keyof typeof origins]})`;
}

const origins = {
  xquad: "xquad.en.json and xquad.zh.json of github.com/google-deepmind/xquad, or a part of them",
  drcd: "DRCD_dev.json of github.com/DRCKnowledgeTeam/DRCD, or a part of it",
  cmrc: "squad-style-data of github.com/ymcui/cmrc2018",
  rgb: "data of github.com/chen700564/RGB",
} as const;

/**
 * Turns a public set into files the product itself reads, so that its own ingest and search are scored: one text
 * file per article and a dataset whose gold is the lines of the question's paragraph, any one of which suffices.
 */
export async function writePublicSet({ set, script, benchDirectory, directory }: PublicSetOptions) {
  const missing = describeMissingFiles(set, benchDirectory);
  if (missing !== null) throw new Error(`${set}: ${missing}`);
  const corpus = path.join(directory, "corpus");
  const dataset = path.join(directory, `${set}.jsonl`);
  await mkdir(corpus, { recursive: true });
  const rows =
    set === "rgb"
      ? await writeRgb({ benchDirectory, corpus })
      : (
          await Promise.all(sources[set].map((source) => writeSource(source, script, benchDirectory, corpus)))
        ).flat();
  await writeFile(dataset, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return { corpus, dataset };
}

async function writeSource(
  { questions, passages, language, offsets = "exact" }: Source,
  script: PublicSetOptions["script"],
  benchDirectory: string,
  corpus: string,
): Promise<readonly CaseRow[]> {
  const read = (file: string) => readSquad(path.join(benchDirectory, file), { offsets });
  const asker = createAsker(language, script);
  const wordings = readQuestions(await read(questions));
  const places = new Map<string, Place[]>();
  for (const [at, file] of passages.entries()) {
    const prefix = passages.length > 1 ? `${"ab"[at]}-` : "";
    for (const place of await writeArticles(await read(file), corpus, prefix))
      places.set(place.id, [...(places.get(place.id) ?? []), place]);
  }
  const isAskedTwice = passages.length > 1;
  return [...places].map(([id, held]) => ({
    id: isAskedTwice ? `${id}-${language}` : id,
    ...(isAskedTwice ? { triple: id } : {}),
    lang: asker.language,
    question: asker.ask(wordings.get(id) ?? missingQuestion(id, questions)),
    type: "paragraph",
    match: "any",
    gold: held.map(({ gold }) => gold),
    answerLines: held.flatMap(({ answerLines }) => answerLines),
  }));
}

type Range = NonNullable<CaseRow["answerLines"]>[number];

/** Where one question's paragraph, and the lines of it that hold the answer, stand. */
interface Place {
  readonly id: string;
  readonly gold: Range;
  readonly answerLines: Range[];
}

async function writeArticles(articles: readonly Article[], corpus: string, prefix: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const [index, article] of articles.entries()) {
    const document = `${prefix}article-${String(index).padStart(3, "0")}.txt`;
    const { text, paragraphs } = layOut(article.paragraphs.map(({ context }) => context));
    await writeFile(path.join(corpus, document), text);
    places.push(
      ...article.paragraphs.flatMap(({ qas }, position) => toPlaces(qas, document, paragraphs[position])),
    );
  }
  return places;
}

function toPlaces(qas: Questions, document: string, placed: PlacedParagraph | undefined): readonly Place[] {
  if (placed === undefined) return [];
  return qas.map(({ id, answers }) => ({
    id,
    gold: { doc: document, start: placed.startLine, end: placed.endLine },
    answerLines: answers.map(({ text, answer_start: start }) => ({
      doc: document,
      start: lineAt(placed, start),
      end: lineAt(placed, start + Array.from(text).length - 1),
    })),
  }));
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
