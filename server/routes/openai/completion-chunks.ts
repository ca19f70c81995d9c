import type { AskEvent } from "../../api/types.ts";
import { describeOpenAiError } from "../../http/refuse.ts";
import { modelId } from "./chat-request.ts";
import { type CompletionHead, describeAnswer } from "./completion.ts";

/**
 * An answer as the frames of a streamed completion. Its text goes out once it has been checked: a client of this API
 * can take nothing back, and cannot mark a sentence afterwards.
 */
export async function* completionChunks(
  events: AsyncIterable<AskEvent>,
  head: CompletionHead,
  { withUsage }: { readonly withUsage: boolean },
): AsyncGenerator<string> {
  const { id, created } = head;
  const chunk = (fields: object) =>
    frame({ id, object: "chat.completion.chunk", created, model: modelId, ...fields });
  const choice = (delta: object, finishReason: string | null = null) => ({
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
  });

  yield chunk(choice({ role: "assistant", content: "" }));
  for await (const { event, data } of events) {
    if (event === "error") yield frame(describeOpenAiError(data));
    if (event !== "done") continue;
    const { message, finishReason, usage, groundline } = describeAnswer(head, data);
    yield chunk({ ...choice(message), groundline });
    yield chunk(choice({}, finishReason));
    if (withUsage) yield chunk({ choices: [], usage });
    yield "data: [DONE]\n\n";
  }
}

function frame(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
