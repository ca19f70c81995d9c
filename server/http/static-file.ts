import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { getMimeType } from "hono/utils/mime";
import { fileResponse } from "./file-response.ts";

export interface StaticFileOptions {
  readonly method: string;
  readonly cacheControl: string;
}

/**
 * The file at this URL path inside the folder, or null where there is none to show.
 * Hidden files, source maps and whatever a link leads to outside the folder are not shown.
 */
export async function staticFile(
  folder: string,
  path: string,
  { method, cacheControl }: StaticFileOptions,
): Promise<Response | null> {
  const names = decodeNames(path);
  if (names === null) return null;

  const file = await realpath(join(folder, ...names)).catch(() => null);
  const root = await realpath(folder).catch(() => null);
  if (file === null || root === null || !file.startsWith(root + sep)) return null;

  const mediaType = getMimeType(file) ?? "application/octet-stream";
  return fileResponse(file, {
    method,
    headers: { "content-type": mediaType, "cache-control": cacheControl },
  });
}

function decodeNames(path: string): readonly string[] | null {
  try {
    const names = path.split("/").filter(Boolean).map(decodeURIComponent);
    return names.every(isPlainName) ? names : null;
  } catch {
    return null;
  }
}

function isPlainName(name: string): boolean {
  return !/^\.|[/\\\0]|\.map$/.test(name);
}
