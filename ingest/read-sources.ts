import type { Document } from "./document.ts";
import type { SourceFindings } from "./index/embedded/manifest.ts";
import { mapInParallel } from "./map-in-parallel.ts";
import type { Plan } from "./plan.ts";
import { readDocument } from "./read/read-document.ts";
import { structureDocument } from "./structure/structure.ts";

/** A file that was looked into; without a document where it was refused. */
export interface ReadSource {
  readonly document: Document | null;
  readonly findings: SourceFindings;
}

export interface ReadSourcesOptions {
  /** The corpus folder; a file that is really elsewhere is refused. */
  readonly root: string;
  readonly onRead: () => void;
}

/** Reading waits for the disk or for a parser most of the time. */
const filesAtOnce = 8;

/** Reads and structures files, in order; one that cannot be read costs itself only. */
export function readSources(
  files: Plan["toRead"],
  { root, onRead }: ReadSourcesOptions,
): Promise<ReadSource[]> {
  return mapInParallel(files, filesAtOnce, async (item) => {
    const source = await readSource(item, root);
    onRead();
    return source;
  });
}

async function readSource({ file, stamp }: Plan["toRead"][number], root: string): Promise<ReadSource> {
  const result = await readDocument(file.path, { root });
  if (result.status === "refused") return { document: null, findings: { ...stamp, ...result } };
  const document = structureDocument(file.id, result.lines);
  const { warnings = [] } = result;
  return { document, findings: { ...stamp, status: "read", ...countsOf(document), warnings } };
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
