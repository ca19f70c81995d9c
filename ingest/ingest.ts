import { mkdir } from "node:fs/promises";
import { listCorpus } from "./corpus.ts";
import type { Embedder } from "./embeddings/embedder.ts";
import { failpoint } from "./failpoint.ts";
import { findBase } from "./find-base.ts";
import { dropDraft, generationFolder, openDraft, publish, sweep } from "./index/embedded/generations.ts";
import { IndexError, toReport } from "./index/embedded/manifest.ts";
import { noteWritten, writeChecks } from "./index/embedded/trusted-files.ts";
import type { IngestReport } from "./index/report.ts";
import { acquireLock } from "./lock.ts";
import { isUnchanged, planChanges } from "./plan.ts";
import { fingerprintProgram } from "./program.ts";
import type { ReportProgress } from "./progress.ts";

export interface IngestOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder;
  /** Reads every file again, whatever the index holds. */
  readonly rebuild?: boolean;
  readonly onProgress?: ReportProgress;
}

export type IngestResult =
  | { readonly status: "missing" }
  | { readonly status: "unchanged" }
  | { readonly status: "published"; readonly report: IngestReport; readonly changed: ChangeCounts };

export interface ChangeCounts {
  readonly read: number;
  readonly removed: number;
  readonly kept: number;
}

/** Brings the index up to date with the corpus. Whatever fails, the published generation stays (I6). */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
  await mkdir(options.dataDir, { recursive: true });
  const lock = await acquireLock(options.dataDir);
  try {
    failpoint("after-lock");
    await sweep(options.dataDir);
    return await update(options).catch((error: unknown) => {
      // A damage that showed only when a file was opened: what else is damaged is found by reading everything.
      if (error instanceof IndexError) return update({ ...options, rebuild: true });
      throw error;
    });
  } finally {
    await lock.release();
  }
}

async function update({
  corpusDir,
  dataDir,
  embedder,
  rebuild = false,
  onProgress = () => {},
}: IngestOptions): Promise<IngestResult> {
  const lookedAtMs = Date.now();
  const corpus = await listCorpus(corpusDir);
  if (corpus.status === "missing") return corpus;
  const leftOut = corpus.refusals.map((refusal) => ({ status: "refused" as const, ...refusal }));
  const program = fingerprintProgram();
  const base = rebuild ? null : await findBase(dataDir, embedder, program);
  const plan = await planChanges(corpus.files, base?.sources ?? [], base?.manifest.lookedAtMs ?? 0);
  if (
    base?.isWhole &&
    isUnchanged(plan) &&
    JSON.stringify(base.manifest.leftOut) === JSON.stringify(leftOut)
  ) {
    await writeChecks(dataDir, base.checks);
    return { status: "unchanged" };
  }
  // What follows needs most of the program, and an index that is up to date none of it.
  const { buildGeneration } = await import("./build-generation.ts");
  const draft = await openDraft(dataDir);
  try {
    const built = await buildGeneration(
      draft.folder,
      { plan, base },
      { corpusDir, dataDir, embedder, onProgress },
    );
    const content = {
      embedder: { id: embedder.id, dimension: embedder.dimension },
      segments: built.segments,
      program,
      lookedAtMs,
      tookMs: Date.now() - lookedAtMs,
      sources: built.sources.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      leftOut,
    };
    const hashedAtMs = Date.now();
    const manifest = await publish(dataDir, draft, content, built.shared);
    const folder = generationFolder(dataDir, manifest.generation);
    await noteWritten(dataDir, folder, { ...manifest, known: base?.checks ?? {}, hashedAtMs });
    failpoint("after-checks");
    const changed = { read: plan.toRead.length, removed: plan.removed.length, kept: plan.kept.length };
    return { status: "published", report: toReport(manifest), changed };
  } catch (error) {
    // What cannot be removed now, the next run sweeps: the error to report is the first one.
    await dropDraft(draft).catch(() => {});
    throw error;
  }
}
