import type { DocumentLines, DocumentListItem } from "../../../server/api/types.ts";
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
