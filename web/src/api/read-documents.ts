import type {
  DocumentLines,
  DocumentListItem,
  DocumentOutline,
  FoundPlaces,
} from "../../../server/api/documents.ts";
import type { LineRange } from "../sources/line-range.ts";
import { buildDocumentPath } from "../sources/source-url.ts";
import { sendRequest } from "./send-request.ts";

export async function listDocuments(signal: AbortSignal): Promise<readonly DocumentListItem[]> {
  const response = await sendRequest("/api/documents", { signal });
  const body = (await response.json()) as { documents: DocumentListItem[] };
  return body.documents;
}

export async function readDocumentLines(
  document: string,
  { from, to }: LineRange,
  signal: AbortSignal | null,
): Promise<DocumentLines> {
  const response = await sendRequest(`${buildDocumentPath(document)}?from=${from}&to=${to}`, { signal });
  return (await response.json()) as DocumentLines;
}

export async function readOutline(document: string, signal: AbortSignal): Promise<DocumentOutline> {
  const response = await sendRequest(`${buildDocumentPath(document)}/outline`, { signal });
  return (await response.json()) as DocumentOutline;
}

export async function findWords(document: string, query: string, signal: AbortSignal): Promise<FoundPlaces> {
  const path = `${buildDocumentPath(document)}/find?query=${encodeURIComponent(query)}`;
  const response = await sendRequest(path, { signal });
  return (await response.json()) as FoundPlaces;
}
