import type { Embedder } from "./embeddings/embedder.ts";
import { currentManifest, generationFolder } from "./index/embedded/generations.ts";
import type { Manifest, SourceRecord } from "./index/embedded/manifest.ts";
import { type SegmentSet, segmentOfFile } from "./index/embedded/segment-files.ts";
import { type Checks, findDamaged, readChecks } from "./index/embedded/trusted-files.ts";

/** What an ingest can go on from: the sound segments of the published generation. */
export interface FoundBase extends SegmentSet {
  readonly manifest: Manifest;
  /** Those in sound segments, and those that were refused. */
  readonly sources: readonly SourceRecord[];
  readonly isWhole: boolean;
  readonly checks: Checks;
}

/** Null, so that all is read anew, where nothing fitting is published. A damaged segment costs its own documents. */
export async function findBase(
  dataDir: string,
  { id, dimension }: Embedder,
  program: string,
): Promise<FoundBase | null> {
  const manifest = await currentManifest(dataDir);
  if (manifest?.program !== program) return null;
  if (manifest.embedder.id !== id || manifest.embedder.dimension !== dimension) return null;
  const folder = generationFolder(dataDir, manifest.generation);
  const { damaged, checks } = await findDamaged(folder, manifest, await readChecks(dataDir));
  const lost = new Set(damaged.map(segmentOfFile));
  return {
    manifest,
    folder,
    files: manifest.files,
    segments: manifest.segments.filter(({ number }) => !lost.has(number)),
    sources: manifest.sources.filter(({ place }) => !place || !lost.has(place.segment)),
    isWhole: damaged.length === 0,
    checks,
  };
}
