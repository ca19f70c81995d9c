import type { Document } from "./document.ts";
import { type EmbedOptions, embedPassages } from "./embed-passages.ts";
import { failpoint } from "./failpoint.ts";
import type { SourceFindings } from "./index/embedded/manifest.ts";
import type { IndexedDocument } from "./index/embedded/segment-writer.ts";
import { documentTerms, passageText } from "./passage-terms.ts";
import type { Plan } from "./plan.ts";
import { type ReadSource, type ReadSourcesOptions, readSources } from "./read-sources.ts";

/** A file that was looked into, and what is to be found by; null where it was refused. */
export interface IndexedSource {
  readonly findings: SourceFindings;
  readonly indexed: IndexedDocument | null;
}

export type IndexSourcesOptions = ReadSourcesOptions & EmbedOptions;

/** So many files are in memory at once, and as many read ahead. */
const filesPerChunk = 128;

/** Reads, embeds and cuts files into terms, chunk after chunk; the next one is read while this one is embedded. */
export async function* indexSources(
  files: Plan["toRead"],
  options: IndexSourcesOptions,
): AsyncGenerator<IndexedSource> {
  const readChunk = (start: number) => {
    const reading = readSources(files.slice(start, start + filesPerChunk), options);
    // Whoever waits for it learns of its failure; until then it is nobody's.
    reading.catch(() => {});
    return reading;
  };
  let ahead = readChunk(0);
  for (let start = 0; start < files.length; start += filesPerChunk) {
    const sources = await ahead;
    failpoint("after-read");
    ahead = readChunk(start + filesPerChunk);
    yield* await indexChunk(sources, options);
  }
}

async function indexChunk(sources: readonly ReadSource[], options: EmbedOptions): Promise<IndexedSource[]> {
  const texts = sources.flatMap(({ document }) => (document ? textsOf(document) : []));
  const vectors = await embedPassages(texts, options);
  failpoint("after-embed");
  let next = 0;
  return sources.map(({ document, findings }) => {
    if (!document) return { findings, indexed: null };
    const own = vectors.slice(next, next + document.passages.length);
    next += own.length;
    return { findings, indexed: { document, terms: documentTerms(document), vectors: own } };
  });
}

function textsOf(document: Document): string[] {
  return document.passages.map((passage) => passageText(document, passage));
}
