import type { SourceRecord } from "./index/embedded/manifest.ts";
import type { Segment } from "./index/embedded/segment-files.ts";

/** What becomes of the segments of the generation before; one that no source has its place in is dropped. */
export interface SegmentChoice {
  /** Go on as they are. */
  readonly linked: readonly Segment[];
  /** What is left of them goes into the next new segment. */
  readonly taken: readonly Segment[];
}

/** Above this many documents segments are not joined: what a merge holds in memory stays bounded. */
const mostDocuments = 20_000;

/**
 * A new segment takes in those before it that hold no more than it does, counted in bytes of their sources: n equal
 * updates leave no more than log2(n) segments, and each document is copied no more than log2(n) times. A segment of
 * which less than half is left is taken in too, so that what was removed does not stay for ever.
 */
export function chooseSegments(
  segments: readonly Segment[],
  kept: readonly SourceRecord[],
  addedBytes: number,
): SegmentChoice {
  const live = measureLive(kept);
  const linked: Segment[] = [];
  const taken: Segment[] = [];
  let size = { bytes: addedBytes, documents: 0 };
  let isJoining = true;
  for (const segment of segments.toReversed()) {
    const { bytes, documents } = live.get(segment.number) ?? { bytes: 0, documents: 0 };
    if (documents === 0) continue;
    isJoining &&= bytes <= size.bytes && size.documents + documents <= mostDocuments;
    if (!isJoining && documents * 2 >= segment.documents) {
      linked.unshift(segment);
      continue;
    }
    taken.unshift(segment);
    size = { bytes: size.bytes + bytes, documents: size.documents + documents };
  }
  return { linked, taken };
}

function measureLive(kept: readonly SourceRecord[]) {
  const live = new Map<number, { bytes: number; documents: number }>();
  for (const { place, bytes } of kept) {
    if (!place) continue;
    const found = live.get(place.segment) ?? { bytes: 0, documents: 0 };
    live.set(place.segment, { bytes: found.bytes + bytes, documents: found.documents + 1 });
  }
  return live;
}
