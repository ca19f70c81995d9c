import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { getMimeType } from "hono/utils/mime";
import { acceptedEncodings } from "./accepted-encodings.ts";

/**
 * The file at this URL path inside the folder, or null where there is none to show; as the compressed copy beside it
 * where the request takes that, and as 304 where the request has it already.
 * Hidden files, source maps and whatever a link leads to outside the folder are not shown.
 */
export async function staticFile(
  folder: string,
  urlPath: string,
  request: Request,
  cacheControl: string,
): Promise<Response | null> {
  const names = decodeNames(urlPath);
  if (names === null) return null;
  const path = join(folder, ...names);
  const found = await findCopy(folder, path, request);
  if (found === null) return null;

  const { content, encoding } = found;
  const entityTag = `"${createHash("sha256").update(content).digest("base64url")}"`;
  const headers = { "cache-control": cacheControl, etag: entityTag, vary: "Accept-Encoding" };
  if (isKnown(entityTag, request)) return new Response(null, { status: 304, headers });

  return new Response(request.method === "HEAD" ? null : content, {
    headers: {
      ...headers,
      "content-type": getMimeType(path) ?? "application/octet-stream",
      "content-length": String(content.length),
      ...(encoding === null ? {} : { "content-encoding": encoding }),
    },
  });
}

const suffixes = { br: ".br", gzip: ".gz" } as const;

/** The smallest copy that the request takes; the file itself where none lies beside it. */
async function findCopy(folder: string, path: string, request: Request) {
  for (const encoding of acceptedEncodings(request.headers.get("accept-encoding"), ["br", "gzip"] as const)) {
    const content = await readInside(folder, path + suffixes[encoding]);
    if (content !== null) return { content, encoding };
  }
  const content = await readInside(folder, path);
  return content === null ? null : { content, encoding: null };
}

async function readInside(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await realpath(path).catch(() => null);
  const root = await realpath(folder).catch(() => null);
  if (file === null || root === null || !file.startsWith(root + sep)) return null;
  return readFile(file).catch(() => null);
}

/** RFC 9110 section 13.1.2: compared weakly, as a proxy that compresses marks the tag as weak. */
function isKnown(entityTag: string, request: Request): boolean {
  const known = request.headers.get("if-none-match") ?? "";
  return known === "*" || known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === entityTag);
}

function decodeNames(urlPath: string): readonly string[] | null {
  try {
    const names = urlPath.split("/").filter(Boolean).map(decodeURIComponent);
    return names.every(isPlainName) ? names : null;
  } catch {
    return null;
  }
}

function isPlainName(name: string): boolean {
  return !/^\.|[/\\\0]|\.(?:map|br|gz)$/.test(name);
}
