import type { Embedder } from "./embeddings/embedder.ts";
import { openEmbeddingCache } from "./embeddings/embedding-cache.ts";
import { failpoint } from "./failpoint.ts";
import type { SourceRecord } from "./index/embedded/manifest.ts";
import { filesOfSegments, type Segment, type SegmentSet } from "./index/embedded/segment-files.ts";
import { SegmentWriter } from "./index/embedded/segment-writer.ts";
import { verifyFiles } from "./index/embedded/verify-files.ts";
import { type IndexSourcesOptions, indexSources } from "./index-sources.ts";
import type { Plan } from "./plan.ts";
import type { ReportProgress } from "./progress.ts";

/** What a new segment is made of. */
export interface SegmentJob {
  readonly number: number;
  readonly taken: Taken | null;
  readonly files: Plan["toRead"];
}

/** Segments whose remaining sources move into a new one. */
export type Taken = SegmentSet & { readonly sources: readonly SourceRecord[] };

export interface WriteOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly onProgress: ReportProgress;
}

export interface WrittenSegments {
  readonly segments: readonly Segment[];
  readonly sources: readonly SourceRecord[];
}

/** Writes new segments. While the files of one are completed, the documents of the next are read. */
export async function writeSegments(
  folder: string,
  jobs: readonly SegmentJob[],
  { corpusDir, dataDir, embedder, onProgress }: WriteOptions,
): Promise<WrittenSegments> {
  const cache = openEmbeddingCache(dataDir, embedder.id);
  const reading = { done: 0, total: jobs.reduce((sum, { files }) => sum + files.length, 0) };
  const writing = { done: 0, total: jobs.length * 3 };
  const onRead = () => onProgress({ step: "read", done: ++reading.done, total: reading.total });
  const onStep = () => onProgress({ step: "write", done: ++writing.done, total: writing.total });
  const completing: Promise<Segment>[] = [];
  const sources: SourceRecord[] = [];
  try {
    for (const job of jobs) {
      const writer = new SegmentWriter({ folder, number: job.number, dimension: embedder.dimension });
      sources.push(...(await fill(writer, job, { root: corpusDir, onRead, embedder, cache })));
      const segment = writer.finish(onStep);
      segment.catch(() => {});
      completing.push(segment);
    }
    const segments = await Promise.all(completing);
    return { segments: segments.filter(({ documents }) => documents > 0), sources };
  } finally {
    await Promise.allSettled(completing);
    cache.close();
  }
}

async function fill(
  writer: SegmentWriter,
  { taken, files }: SegmentJob,
  options: IndexSourcesOptions,
): Promise<SourceRecord[]> {
  try {
    const sources = taken ? await takeIn(writer, taken) : [];
    failpoint("after-take-in");
    for await (const { findings, indexed } of indexSources(files, options)) {
      const place = indexed && { segment: writer.number, position: writer.add(indexed) };
      sources.push({ ...findings, place });
    }
    return sources;
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

async function takeIn(
  writer: SegmentWriter,
  { folder, segments, files, sources }: Taken,
): Promise<SourceRecord[]> {
  await verifyFiles(folder, { files: filesOfSegments(files, segments) });
  return segments.flatMap((segment) => {
    const moving = sources.filter(({ place }) => place?.segment === segment.number);
    const positions = writer.takeIn(
      folder,
      segment,
      moving.map(({ place }) => place?.position ?? 0),
    );
    return moving.map((source) => {
      const position = positions.get(source.place?.position ?? 0) ?? 0;
      return { ...source, place: { segment: writer.number, position } };
    });
  });
}
