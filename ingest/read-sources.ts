import type { Document } from "./document.ts";
import type { SourceRecord } from "./index/embedded/manifest.ts";
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

/** Reads and structures files one after another; one that cannot be read costs itself only. */
export async function readSources(
  files: Plan["toRead"],
  { root, onProgress }: ReadSourcesOptions,
): Promise<ReadSources> {
  const documents: Document[] = [];
  const records: SourceRecord[] = [];
  for (const [index, { file, stamp }] of files.entries()) {
    const result = await readDocument(file.path, { root });
    if (result.status === "read") {
      const document = structureDocument(file.id, result.lines);
      documents.push(document);
      records.push({ ...stamp, status: "read", ...countsOf(document), warnings: result.warnings ?? [] });
    } else records.push({ ...stamp, ...result });
    onProgress({ step: "read", done: index + 1, total: files.length });
  }
  return { documents, records };
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
