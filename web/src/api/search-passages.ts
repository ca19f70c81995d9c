import type { FoundPassage, Language, SearchRequest, SearchResponse } from "../../../server/api/types.ts";
import { sendRequest } from "./send-request.ts";

export async function searchPassages(
  request: SearchRequest,
  signal: AbortSignal,
): Promise<readonly FoundPassage[]> {
  const response = await sendRequest("/api/search", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  return ((await response.json()) as SearchResponse).passages;
}

/** Asks for headings as a reader of this language reads them. */
export function scriptOf(reader: Language): Pick<SearchRequest, "script"> {
  return reader === "en" ? {} : { script: reader };
}
