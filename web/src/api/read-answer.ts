import type { Answer } from "../../../server/api/types.ts";
import { parseEvents } from "./parse-events.ts";
import { sendRequest } from "./send-request.ts";

/** A finished answer of the reader's own; null where it ended without one. */
export async function readAnswer(id: string, signal: AbortSignal): Promise<Answer | null> {
  const response = await sendRequest(`/api/answers/${encodeURIComponent(id)}/events`, { signal });
  if (response.body === null) return null;
  for await (const { event, data } of parseEvents(response.body)) {
    if (event === "done") return JSON.parse(data) as Answer;
  }
  return null;
}
