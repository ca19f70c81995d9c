import { listCorpus } from "../ingest/corpus.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Knowledge as Published } from "./routes/parts.ts";

export type IngestState = "running" | "failed" | "done";

/** Why there is nothing to answer from, in words for whoever keeps the documents. */
export async function explainMissingIndex(
  corpusDir: string,
  state: IngestState,
): Promise<Extract<Published, { base: null }>> {
  if (state === "running")
    return none("ingesting", "The documents are being read. This page goes on by itself.");
  const corpus = await listCorpus(corpusDir);
  if (corpus.status === "missing") {
    return none(
      "corpus_missing",
      `The folder '${corpusDir}' does not exist. Create it or set CORPUS_DIR, then run 'npm run ingest'.`,
    );
  }
  if (corpus.files.length === 0) {
    return none(
      "corpus_empty",
      `The folder '${corpusDir}' holds no document that can be read. Add documents, then run 'npm run ingest'; it names the files it leaves out.`,
    );
  }
  return none("no_index", "There is no index. Run 'npm run ingest' and read what it reports.");
}

function none(
  reason: Extract<Published, { base: null }>["reason"],
  message: string,
): Extract<Published, { base: null }> {
  return { base: null, reason, message };
}

/** A generation with passages, or null: an empty one is as good as none. */
export function usableBase(knowledge: Knowledge) {
  return knowledge.base && knowledge.base.passageCount > 0 ? knowledge.base : null;
}
