import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Embedder } from "../../ingest/embeddings/embedder.ts";
import { openGeneration } from "../../ingest/index/embedded/embedded-knowledge-base.ts";
import { currentGeneration } from "../../ingest/index/embedded/generations.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { ingest } from "../../ingest/ingest.ts";
import { countingEmbedder } from "../counting-embedder.ts";

/** In memory where there is such a place, as a test that flushes a thousand times waits for the disk otherwise. */
const scratch = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A corpus and a data folder of a test's own. */
export interface Workspace {
  readonly folder: string;
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder;
}

export function createWorkspace(folder = mkdtempSync(join(scratch, "reliability-"))): Workspace {
  const workspace = {
    folder,
    corpusDir: join(folder, "corpus"),
    dataDir: join(folder, "data"),
    embedder: countingEmbedder(),
  };
  mkdirSync(workspace.corpusDir, { recursive: true });
  return workspace;
}

export function copyWorkspace(original: Workspace): Workspace {
  const copy = createWorkspace();
  cpSync(original.folder, copy.folder, { recursive: true, preserveTimestamps: true });
  return copy;
}

export function removeWorkspace({ folder }: Workspace): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Documents whose every sentence names its edition, so that a mixture of two editions shows. */
export function writeDocuments(
  { corpusDir }: Workspace,
  { edition, count, from = 0 }: { readonly edition: string; readonly count: number; readonly from?: number },
): void {
  for (let number = from; number < from + count; number++) {
    const lines = Array.from(
      { length: 6 },
      (_, index) => `${edition}第${number}份文件的第${index + 1}節說明創新科技政策，由行政部負責。`,
    );
    writeFileSync(join(corpusDir, `${number}.txt`), `${lines.join("\n")}\n`);
  }
}

export async function publish(workspace: Workspace): Promise<void> {
  const { status } = await ingest(workspace);
  if (status !== "published") throw new Error(`expected a published generation, not '${status}'`);
}

async function openPublished({ dataDir, embedder }: Workspace): Promise<KnowledgeBase | null> {
  const generation = await currentGeneration(dataDir);
  return generation === null ? null : openGeneration(dataDir, generation, embedder);
}

/** All that readers see: every line and what two searches find. The published generation itself has to open. */
export async function viewPublished(workspace: Workspace): Promise<IndexView | null> {
  const base = await openPublished(workspace);
  if (base === null) return null;
  try {
    return await viewBase(base, workspace.embedder);
  } finally {
    base.close();
  }
}

export interface IndexView {
  readonly documents: readonly { readonly id: string; readonly lines: readonly string[] }[];
  readonly byWords: readonly string[];
  readonly byVectors: readonly string[];
}

export async function viewBase(base: KnowledgeBase, embedder: Embedder): Promise<IndexView> {
  const [vector] = await embedder.embed(["創新科技政策由行政部負責"]);
  if (!vector) throw new Error("expected a vector");
  const limit = base.passageCount;
  const found = (candidates: readonly { readonly passage: number }[]) =>
    base
      .passages(candidates.map(({ passage }) => passage))
      .map(({ document, startLine, endLine, text }) => `${document}:${startLine}-${endLine} ${text}`)
      .sort();
  const policy = [{ label: "政策", weight: 1, alternatives: [{ terms: ["政策"], weight: 1 }] }];
  return {
    documents: base.documents().map(({ id, lineCount }) => ({
      id,
      lines: base.lines(id, 1, lineCount).map(({ text }) => text),
    })),
    byWords: found(base.searchLexical(policy, { limit })),
    byVectors: limit === 0 ? [] : found(base.searchDense(vector, { limit })),
  };
}

/** What a finished ingest has no more use for. */
export function listLeftovers({ dataDir }: Workspace): string[] {
  const names = (path: string) => (existsSync(path) ? readdirSync(path) : []);
  const generations = names(join(dataDir, "generations"));
  return [
    ...names(join(dataDir, "drafts")),
    ...(generations.length > 2 ? generations : []),
    ...names(dataDir).filter((name) => /\.(?:tmp|stale)$|journal$/.test(name)),
  ];
}
