import type { UploadedFile, UploadReply, UploadState } from "../../../server/api/documents.ts";
import { buildDocumentPath } from "../sources/source-url.ts";
import { sendRequest } from "./send-request.ts";

export async function readUploadState(signal: AbortSignal): Promise<UploadState> {
  return (await (await sendRequest("/api/uploads", { signal })).json()) as UploadState;
}

/** One request for each file, so that one too many does not cost the others. */
export async function uploadFile(
  file: File,
  { replace }: { readonly replace: boolean },
): Promise<UploadedFile | null> {
  const body = new FormData();
  body.append("file", file, file.name);
  const response = await sendRequest(`/api/documents?replace=${replace}`, { method: "POST", body });
  const { files } = (await response.json()) as UploadReply;
  return files[0] ?? null;
}

export async function removeDocument(id: string): Promise<void> {
  await sendRequest(buildDocumentPath(id), { method: "DELETE" });
}
