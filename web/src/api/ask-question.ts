import type { AskEvent, AskRequest } from "../../../server/api/types.ts";
import { parseEvents } from "./parse-events.ts";
import { sendRequest } from "./send-request.ts";

/** The events of one answer as they arrive; aborting the signal also stops the model. */
export async function* askQuestion(request: AskRequest, signal: AbortSignal): AsyncGenerator<AskEvent> {
  const response = await sendRequest("/api/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(request),
    signal,
  });
  if (response.body === null) return;
  for await (const { event, data } of parseEvents(response.body)) {
    if (isAskEventName(event)) yield { event, data: JSON.parse(data) } as AskEvent;
  }
}

const askEventNames: readonly string[] = [
  "retrieved",
  "delta",
  "citation",
  "verdict",
  "done",
  "error",
] satisfies AskEvent["event"][];

function isAskEventName(name: string): name is AskEvent["event"] {
  return askEventNames.includes(name);
}
