import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "./random.ts";
import { loadVocabulary, type Vocabulary } from "./vocabulary.ts";

export type Language = "zh" | "en";

/** Makes documents and questions about them; a number always gives the same one for the same seed. */
export interface Generator {
  document(number: number): string;
  /** A question about one of the first `documents` documents, in its language, of 2 to 12 words. */
  question(number: number, documents: number): string;
}

const topicWords = 16;
/** How often a text uses one of its own words rather than any word. */
const topicShare = 0.25;

export function createGenerator(seed = 1): Generator {
  const vocabularies = loadVocabulary();
  const about = (number: number) => {
    const language: Language = number % 4 === 3 ? "en" : "zh";
    const random = createRandom(seed * 1_000_003 + number);
    const topic = Array.from({ length: topicWords }, () => vocabularies[language].telling(random));
    return { language, random, topic };
  };
  return {
    document(number) {
      const { language, random, topic } = about(number);
      return writeDocument(language, random, () => draw(vocabularies[language], topic, topicShare, random));
    },
    question(number, documents) {
      const random = createRandom(seed * 2_000_003 + number);
      const { language, topic } = about(Math.floor(random() * documents));
      const length = 2 + Math.floor(random() * 11);
      const words = Array.from({ length }, () => draw(vocabularies[language], topic, 0.5, random));
      return language === "en" ? `What about ${words.join(" ")}?` : `${words.join("")}有什麼建議？`;
    },
  };
}

/** Writes `count` documents of about 900 Chinese characters or 240 English words, three Chinese ones for one English; the same for the same seed. */
export function writeGeneratedDocuments(folder: string, count: number, seed = 1): void {
  const generator = createGenerator(seed);
  // What was written a moment ago is read again by the next ingest, and a corpus is seldom that new.
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  for (let number = 0; number < count; number++)
    utimesSync(writeGeneratedDocument(folder, generator, number), yesterday, yesterday);
}

/** Returns its path. */
export function writeGeneratedDocument(folder: string, generator: Generator, number: number): string {
  const subfolder = join(folder, String(number % 100));
  mkdirSync(subfolder, { recursive: true });
  const path = join(subfolder, `${number}.txt`);
  writeFileSync(path, generator.document(number));
  return path;
}

function draw(
  { any, telling }: Vocabulary,
  topic: readonly string[],
  share: number,
  random: () => number,
): string {
  if (random() >= share) return any(random);
  return topic[Math.floor(random() * topic.length)] ?? telling(random);
}

/** A heading and five paragraphs of five sentences with a figure in each. */
function writeDocument(language: Language, random: () => number, word: () => string): string {
  const words = (count: number) => Array.from({ length: count }, word);
  const figure = () => Math.floor(random() * 999);
  const clause = (count: number) => words(count).join(language === "en" ? " " : "");
  const sentence = () =>
    language === "en" ? `${clause(8)} ${figure()}. ` : `${clause(5)}，${clause(6)}${figure()}。`;
  const paragraph = () => Array.from({ length: 5 }, sentence).join("").trim();
  return [clause(4), "", ...Array.from({ length: 5 }, () => [paragraph(), ""]).flat()].join("\n");
}
