import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createBuiltinEmbedder } from "../../../ingest/embeddings/builtin/builtin-embedder.ts";
import { openGeneration } from "../../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../../ingest/index/embedded/generations.ts";
import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import { ingest } from "../../../ingest/ingest.ts";
import { openDictionary } from "../../../ingest/language/open-dictionary.ts";
import type { AnswerParts } from "../../../server/answer/ask.ts";

export interface PublishedTexts {
  readonly base: KnowledgeBase;
  /** The product's own dictionary and embedder, without a cross-encoder. */
  readonly parts: AnswerParts;
  readonly remove: () => Promise<void>;
}

/** An index of texts of the test's own (path to text), with what answers from it. */
export async function publishTexts(texts: Readonly<Record<string, string>>): Promise<PublishedTexts> {
  const folder = await mkdtemp(join(tmpdir(), "groundline-texts-"));
  const [corpusDir, dataDir] = [join(folder, "corpus"), join(folder, "data")];
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(corpusDir, path)), { recursive: true });
    await writeFile(join(corpusDir, path), text);
  }
  const embedder = createBuiltinEmbedder();
  await ingest({ corpusDir, dataDir, embedder });
  const base = await openGeneration(dataDir, (await currentGeneration(dataDir)) ?? "", embedder);
  return {
    base,
    parts: { dictionary: openDictionary(undefined), embedder, reranker: null, model: null },
    remove: async () => {
      base.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
