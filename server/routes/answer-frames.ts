import type { AskEvent } from "../api/types.ts";
import type { NumberedEvent } from "../conversations/live-answer.ts";

/** The events of an answer as server-sent events. */
export async function* answerFrames(events: AsyncIterable<NumberedEvent>): AsyncGenerator<string> {
  for await (const { number, event } of events) yield `id: ${number}\n${answerFrame(event)}`;
}

/** JSON has no raw line breaks, so the data is always one line. */
export function answerFrame({ event, data }: AskEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
