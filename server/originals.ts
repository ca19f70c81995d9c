import { realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Original } from "./routes/parts.ts";

const mediaTypes: Readonly<Record<string, string>> = { ".md": "text/markdown", ".markdown": "text/markdown" };

/** The source file of an ingested document, or null where it is gone or leads outside the corpus. */
export async function findOriginal(corpusDir: string, id: string): Promise<Original | null> {
  try {
    const root = await realpath(corpusDir);
    const path = await realpath(join(root, ...id.split("/")));
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null;
    const mediaType = `${mediaTypes[extname(path).toLowerCase()] ?? "text/plain"}; charset=utf-8`;
    return { path, name: id.split("/").at(-1) ?? id, mediaType };
  } catch {
    return null;
  }
}
