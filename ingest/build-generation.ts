import { chooseSegments } from "./choose-segments.ts";
import { failpoint } from "./failpoint.ts";
import type { SourceRecord } from "./index/embedded/manifest.ts";
import {
  filesOfSegments,
  linkSegment,
  type Segment,
  type SegmentSet,
} from "./index/embedded/segment-files.ts";
import type { Plan } from "./plan.ts";
import { type SegmentJob, type Taken, type WriteOptions, writeSegments } from "./write-segments.ts";

export interface BuiltGeneration {
  readonly segments: readonly Segment[];
  readonly sources: readonly SourceRecord[];
  /** Checksums of the files that are those of the base. */
  readonly shared: SegmentSet["files"];
}

/** Fills a folder: segments of the base that go on, and new ones of what is added and what is left of the others. */
export async function buildGeneration(
  folder: string,
  { plan, base }: { readonly plan: Plan; readonly base: SegmentSet | null },
  options: WriteOptions,
): Promise<BuiltGeneration> {
  const kept = plan.kept.map(({ record, stamp }): SourceRecord => ({ ...record, ...stamp }));
  const { linked, taken } = chooseSegments(base?.segments ?? [], kept, countBytes(plan.toRead));
  if (base) for (const { number } of linked) await linkSegment(base.folder, folder, number);
  failpoint("after-link");
  const next = Math.max(0, ...(base?.segments ?? []).map(({ number }) => number)) + 1;
  const takenNumbers = new Set(taken.map(({ number }) => number));
  const isMoving = ({ place }: SourceRecord) => place !== null && takenNumbers.has(place.segment);
  const written = await writeSegments(
    folder,
    planJobs(plan.toRead, base && { ...base, segments: taken, sources: kept.filter(isMoving) }).map(
      (job, index) => ({ ...job, number: next + index }),
    ),
    options,
  );
  return {
    segments: [...linked, ...written.segments],
    sources: [...kept.filter((source) => !isMoving(source)), ...written.sources],
    shared: filesOfSegments(base?.files ?? {}, linked),
  };
}

/** Files beyond this go into further segments, which are built beside one another and take less memory each. */
const leastPerSegment = 2500;
/** A search looks into every segment. */
const mostNewSegments = 6;

/** What is left of older segments goes into the first new one. */
function planJobs(files: Plan["toRead"], taken: Taken | null): Omit<SegmentJob, "number">[] {
  const perSegment = Math.max(leastPerSegment, Math.ceil(files.length / mostNewSegments));
  const jobs = [];
  for (let start = 0; start < files.length; start += perSegment)
    jobs.push({ files: files.slice(start, start + perSegment), taken: start === 0 ? taken : null });
  return jobs.length === 0 && taken?.sources.length ? [{ files: [], taken }] : jobs;
}

function countBytes(files: Plan["toRead"]): number {
  return files.reduce((sum, { stamp }) => sum + stamp.bytes, 0);
}
