import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createBuiltinEmbedder } from "../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import { ingest } from "../../ingest/ingest.ts";
import { openDictionary } from "../../ingest/language/open-dictionary.ts";
import { nameBySound } from "../../server/answer/names-by-sound.ts";
import { understandQuestion } from "../../server/answer/question.ts";
import type { Reading } from "../../server/answer/reading.ts";
import { retrieve } from "../../server/answer/retrieve.ts";
import { type Case, readCases } from "../datasets/case.ts";

const embedder = createBuiltinEmbedder();
const dictionary = openDictionary(undefined);
const passagesRead = 16;

/** A corpus ingested as the product does it, and what the answer to a case is composed from. */
export async function openSet(corpusDir: string, dataset: string) {
  const dataDir = await mkdtemp(path.join(tmpdir(), "fit-"));
  await ingest({ corpusDir, dataDir, embedder });
  const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
  const read = async (row: Case) => {
    const question = nameBySound(understandQuestion(row.question, row.history, dictionary), base);
    const found = await retrieve(base, question, { embedder, reranker: null }, { limit: passagesRead });
    const passages = found.map((passage) => ({
      ...passage,
      title: base.document(passage.document)?.title ?? "",
    }));
    return { base, dictionary, question, passages, signal: new AbortController().signal } satisfies Reading;
  };
  return { rows: await readCases(dataset), read };
}

/** Which part of a cross-validation a case belongs to: wordings of one question in several languages go together. */
export function foldOf({ triple, id }: Case, folds: number): number {
  let hash = 0;
  for (const character of triple ?? id) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash % folds;
}
