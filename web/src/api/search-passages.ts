import type { PassageResult, SearchResponse } from "../../../server/api/types.ts";
import { sendRequest } from "./send-request.ts";

interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly documents: readonly string[];
}

export async function searchPassages(
  request: SearchRequest,
  signal: AbortSignal,
): Promise<readonly PassageResult[]> {
  const response = await sendRequest("/api/search", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  return ((await response.json()) as SearchResponse).passages;
}
