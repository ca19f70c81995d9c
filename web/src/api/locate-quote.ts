import type { QuotedLines, QuotePlace } from "../../../server/api/conversations.ts";
import { sendRequest } from "./send-request.ts";

export async function locateQuote(quoted: QuotedLines, signal: AbortSignal): Promise<QuotePlace> {
  const response = await sendRequest("/api/citations/locate", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(quoted),
    signal,
  });
  return (await response.json()) as QuotePlace;
}
