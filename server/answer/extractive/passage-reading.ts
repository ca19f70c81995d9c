import type { KnowledgeBase, StoredPassage } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { splitClauses } from "./clauses.ts";
import { embedTexts, embedWords } from "./meaning.ts";
import { readWords } from "./words.ts";

/** What a passage's sentences hold, by their place. */
export interface PassageReading {
  /** Of the sentence under its headings. */
  readonly inContext: readonly Float32Array[];
  readonly clauses: readonly (readonly Float32Array[])[];
  /** One for each word of the sentence. */
  readonly wordVectors: readonly (readonly Float32Array[])[];
}

const known = new WeakMap<KnowledgeBase, Map<number, PassageReading>>();
/** About 50 KB each. */
const mostKnown = 1_000;

/** Read once and kept while the passage is among the last asked for. */
export async function readPassage(
  passage: StoredPassage,
  base: KnowledgeBase,
  dictionary: Dictionary,
): Promise<PassageReading> {
  const readings = known.get(base) ?? new Map<number, PassageReading>();
  known.set(base, readings);
  const held = readings.get(passage.id);
  if (held) return held;
  if (readings.size >= mostKnown) readings.clear();
  const texts = passage.sentences.map(({ text }) => text);
  const reading = {
    inContext: await embedTexts(texts.map((text) => [...passage.headings, text].join("\n"))),
    clauses: await Promise.all(texts.map((text) => embedTexts(splitClauses(text)))),
    wordVectors: await Promise.all(texts.map((text) => embedWords(readWords(text, dictionary)))),
  };
  readings.set(passage.id, reading);
  return reading;
}
