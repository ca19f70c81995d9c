import { copyFile, link } from "node:fs/promises";
import { join } from "node:path";
import type { FileChecksum } from "./checksum.ts";

/** A part of an index: documents, words and vectors of some of its sources, never changed once it is written. */
export interface Segment {
  /** Names its files; of two segments of a generation the later one has the higher number. */
  readonly number: number;
  readonly documents: number;
  /** Passages have the numbers from 0 to this within the segment. */
  readonly passages: number;
}

/** Segments of a generation: where they stand, and the checksums of the generation's files by name. */
export interface SegmentSet {
  readonly folder: string;
  readonly segments: readonly Segment[];
  readonly files: Readonly<Record<string, FileChecksum>>;
}

export interface SegmentPaths {
  readonly documents: string;
  readonly words: string;
  readonly vectors: string;
}

const parts = { documents: "documents.sqlite", words: "words.bin", vectors: "vectors.hnsw" } as const;

/** Where a segment stands in the folder of a generation. */
export function segmentPaths(folder: string, number: number): SegmentPaths {
  const path = (part: keyof SegmentPaths) => join(folder, `${number}.${parts[part]}`);
  return { documents: path("documents"), words: path("words"), vectors: path("vectors") };
}

/** The number of the segment that a file belongs to. */
export function segmentOfFile(name: string): number {
  return Number.parseInt(name, 10);
}

/** The checksums of the files of these segments alone. */
export function filesOfSegments(
  files: SegmentSet["files"],
  segments: readonly Segment[],
): SegmentSet["files"] {
  const numbers = new Set(segments.map(({ number }) => number));
  return Object.fromEntries(Object.entries(files).filter(([name]) => numbers.has(segmentOfFile(name))));
}

/** Gives a segment of one generation to another: the same files, or copies where the file system knows no links. */
export async function linkSegment(from: string, to: string, number: number): Promise<void> {
  const [source, target] = [segmentPaths(from, number), segmentPaths(to, number)];
  for (const part of ["documents", "words", "vectors"] as const)
    await link(source[part], target[part]).catch(() => copyFile(source[part], target[part]));
}
