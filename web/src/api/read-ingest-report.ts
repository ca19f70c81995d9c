import type { IngestReport } from "../../../server/api/documents.ts";
import { sendRequest } from "./send-request.ts";

export async function readIngestReport(signal: AbortSignal): Promise<IngestReport> {
  const response = await sendRequest("/api/ingest", { signal });
  return (await response.json()) as IngestReport;
}
