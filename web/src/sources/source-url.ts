import { buildLineHash } from "./line-hash.ts";
import type { LineRange } from "./line-range.ts";

/** The viewer's address of a document; the id keeps its slashes, everything else in it is encoded. */
export function buildSourceUrl(document: string, lines: LineRange | null = null): string {
  return `/sources/${encodeId(document)}${lines === null ? "" : buildLineHash(lines)}`;
}

/** The answer and its marker by which a page knows the quote to look for, where its document has been edited since. */
export interface CitedBy {
  readonly answer: string;
  readonly marker: number;
}

/** The viewer's address of a citation, by which its reader also finds the answer's other ones. */
export function buildCitationUrl(
  { answer, marker }: CitedBy,
  document: string,
  lines: LineRange | null,
): string {
  const query = new URLSearchParams({ answer, citation: String(marker) });
  return `/sources/${encodeId(document)}?${query}${lines === null ? "" : buildLineHash(lines)}`;
}

export function readCitedBy(search: string): CitedBy | null {
  const query = new URLSearchParams(search);
  const answer = query.get("answer");
  const marker = Number(query.get("citation"));
  return answer && Number.isInteger(marker) && marker > 0 ? { answer, marker } : null;
}

export function buildDocumentPath(document: string): string {
  return `/api/documents/${encodeId(document)}`;
}

/** The document id in a viewer's pathname; null where the pathname is another page's or cannot be decoded. */
export function readSourcePath(pathname: string): string | null {
  const encoded = /^\/sources\/(.+)$/.exec(pathname)?.[1];
  if (encoded === undefined) return null;
  try {
    return encoded.split("/").map(decodeURIComponent).join("/");
  } catch {
    return null;
  }
}

/** Half of a surrogate pair cannot be encoded, and no file that is read has one in its name. */
function encodeId(document: string): string {
  const encodable = document.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodable.split("/").map(encodeURIComponent).join("/");
}
