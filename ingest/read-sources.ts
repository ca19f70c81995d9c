import type { Document } from "./document.ts";
import type { SourceRecord } from "./index/embedded/manifest.ts";
import { mapInParallel } from "./map-in-parallel.ts";
import type { Plan } from "./plan.ts";
import type { ReportProgress } from "./progress.ts";
import { readDocument } from "./read/read-document.ts";
import { structureDocument } from "./structure/structure.ts";

export interface ReadSources {
  readonly documents: readonly Document[];
  readonly records: readonly SourceRecord[];
}

export interface ReadSourcesOptions {
  /** The corpus folder; a file that is really elsewhere is refused. */
  readonly root: string;
  readonly onProgress: ReportProgress;
}

/** Reading waits for the disk or for a parser most of the time. */
const filesAtOnce = 8;

/** Reads and structures files; one that cannot be read costs itself only. */
export async function readSources(
  files: Plan["toRead"],
  { root, onProgress }: ReadSourcesOptions,
): Promise<ReadSources> {
  let done = 0;
  const read = await mapInParallel(files, filesAtOnce, async (item) => {
    const source = await readSource(item, root);
    onProgress({ step: "read", done: ++done, total: files.length });
    return source;
  });
  return {
    documents: read.flatMap(({ document }) => (document ? [document] : [])),
    records: read.map(({ record }) => record),
  };
}

async function readSource(
  { file, stamp }: Plan["toRead"][number],
  root: string,
): Promise<{ readonly document: Document | null; readonly record: SourceRecord }> {
  const result = await readDocument(file.path, { root });
  if (result.status === "refused") return { document: null, record: { ...stamp, ...result } };
  const document = structureDocument(file.id, result.lines);
  const { warnings = [] } = result;
  return { document, record: { ...stamp, status: "read", ...countsOf(document), warnings } };
}

function countsOf({ title, lines, furniture, sentences, passages }: Document) {
  return {
    title,
    lines: lines.length,
    furniture: furniture.length,
    sentences: sentences.length,
    passages: passages.length,
  };
}
