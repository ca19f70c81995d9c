import { mkdir } from "node:fs/promises";
import { buildGeneration } from "./build-generation.ts";
import { listCorpus } from "./corpus.ts";
import { embedPassages } from "./embed-passages.ts";
import type { Embedder } from "./embeddings/embedder.ts";
import { failpoint } from "./failpoint.ts";
import {
  currentManifest,
  dropDraft,
  generationFolder,
  openDraft,
  publish,
  sweep,
} from "./index/embedded/generations.ts";
import { type Manifest, type SourceRecord, toReport, verifyFiles } from "./index/embedded/manifest.ts";
import type { IngestReport } from "./index/report.ts";
import { acquireLock } from "./lock.ts";
import { isUnchanged, type Plan, planChanges } from "./plan.ts";
import { fingerprintProgram } from "./program.ts";
import type { ReportProgress } from "./progress.ts";
import { readSources } from "./read-sources.ts";

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
    return await update(options);
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
  const program = await fingerprintProgram();
  const before = rebuild ? null : await soundManifest(dataDir, embedder, program);
  const fitting = await planChanges(corpus.files, before?.sources ?? [], before?.lookedAtMs ?? 0);
  if (before && isUnchanged(fitting) && JSON.stringify(before.leftOut) === JSON.stringify(leftOut))
    return { status: "unchanged" };

  const base = before && !isMostlyGone(before, fitting) ? baseOf(dataDir, before) : null;
  const plan = base ? fitting : await planChanges(corpus.files, [], 0);
  const read = await readSources(plan.toRead, { root: corpusDir, onProgress });
  failpoint("after-read");
  const vectors = await embedPassages(read.documents, { dataDir, embedder }, onProgress);
  failpoint("after-embed");
  const draft = await openDraft(dataDir);
  try {
    const changes = { base, removed: plan.removed, renamed: renamedIn(plan), added: read.documents, vectors };
    const shards = await buildGeneration(draft, changes, embedder, onProgress);
    const manifest = await publish(dataDir, draft, {
      embedder: { id: embedder.id, dimension: embedder.dimension },
      shards,
      program,
      lookedAtMs,
      tookMs: Date.now() - lookedAtMs,
      sources: [...plan.kept.map(restamp), ...read.records].sort((a, b) => (a.id < b.id ? -1 : 1)),
      leftOut,
    });
    const changed = { read: plan.toRead.length, removed: plan.removed.length, kept: plan.kept.length };
    return { status: "published", report: toReport(manifest), changed };
  } catch (error) {
    // What cannot be removed now, the next run sweeps: the error to report is the first one.
    await dropDraft(draft).catch(() => {});
    throw error;
  }
}

/** What the published generation holds; null, so that all is read anew, where it does not fit or is damaged. */
async function soundManifest(
  dataDir: string,
  { id, dimension }: Embedder,
  program: string,
): Promise<Manifest | null> {
  const manifest = await currentManifest(dataDir);
  if (manifest?.program !== program) return null;
  if (manifest.embedder.id !== id || manifest.embedder.dimension !== dimension) return null;
  try {
    await verifyFiles(generationFolder(dataDir, manifest.generation), manifest);
    return manifest;
  } catch {
    return null;
  }
}

function baseOf(dataDir: string, { generation, shards }: Manifest) {
  return { folder: generationFolder(dataDir, generation), shards };
}

/** Numbers of removed passages stay empty, so an index is built anew once half of its sources have changed. */
function isMostlyGone({ sources }: Manifest, { removed }: Plan): boolean {
  return removed.length > 8 && removed.length * 2 > sources.length;
}

function renamedIn({ kept }: Plan): Map<string, string> {
  return new Map(
    kept
      .filter(({ record, stamp }) => record.id !== stamp.id)
      .map(({ record, stamp }) => [record.id, stamp.id]),
  );
}

function restamp({ record, stamp }: Plan["kept"][number]): SourceRecord {
  return { ...record, ...stamp };
}
