import type { AskEvent } from "../../api/types.ts";
import { describeOpenAiError } from "../../http/refuse.ts";
import { annotate, countTokens, extras } from "./annotate.ts";
import { modelId } from "./chat-request.ts";
import type { CompletionHead } from "./completion.ts";

/** An answer's events as the frames of a streamed completion; the citations come with the last delta. */
export async function* completionChunks(
  events: AsyncIterable<AskEvent>,
  { id, created, origin }: CompletionHead,
  { withUsage }: { readonly withUsage: boolean },
): AsyncGenerator<string> {
  const chunk = (fields: object) =>
    frame({ id, object: "chat.completion.chunk", created, model: modelId, ...fields });
  const choice = (delta: object, finish: "stop" | null = null) => ({
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  });

  let text = "";
  yield chunk(choice({ role: "assistant", content: "" }));
  for await (const { event, data } of events) {
    if (event === "delta") {
      text += data.text;
      yield chunk(choice({ content: data.text }));
    }
    if (event === "error") return yield frame(describeOpenAiError(data));
    if (event === "done") {
      const annotations = annotate(text, data.citations, origin);
      yield chunk({ ...choice({ annotations }), groundline: extras(data) });
      yield chunk(choice({}, "stop"));
      const usage = countTokens(data);
      if (withUsage && usage) yield chunk({ choices: [], usage });
      yield "data: [DONE]\n\n";
    }
  }
}

function frame(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
