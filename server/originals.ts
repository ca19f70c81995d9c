import { realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Original } from "./routes/parts.ts";

const office = "application/vnd.openxmlformats-officedocument";
const mediaTypes: Readonly<Record<string, string>> = {
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".markdown": "text/markdown; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".tsv": "text/tab-separated-values; charset=utf-8",
  ".pdf": "application/pdf",
  ".docx": `${office}.wordprocessingml.document`,
  ".pptx": `${office}.presentationml.presentation`,
  ".xlsx": `${office}.spreadsheetml.sheet`,
};

/** The source file of an ingested document, or null where it is gone or leads outside the corpus. */
export async function findOriginal(corpusDir: string, id: string): Promise<Original | null> {
  try {
    const root = await realpath(corpusDir);
    const path = await realpath(join(root, ...id.split("/")));
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null;
    const mediaType = mediaTypes[extname(path).toLowerCase()] ?? "application/octet-stream";
    return { path, name: id.split("/").at(-1) ?? id, mediaType };
  } catch {
    return null;
  }
}
