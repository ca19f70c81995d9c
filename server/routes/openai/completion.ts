import type { Usage } from "../../answer/model/allowance.ts";
import type { Answer } from "../../api/types.ts";
import { annotate } from "./annotate.ts";
import { modelId } from "./chat-request.ts";
import { writeContent } from "./content.ts";

/** What every object of one completion carries. */
export interface CompletionHead {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** Where the viewer is, for the citations' addresses. */
  readonly origin: string;
  /** The tokens used so far; none without a model. */
  readonly used: () => Usage;
}

export function toCompletion(head: CompletionHead, answer: Answer) {
  const { message, finishReason, usage, groundline } = describeAnswer(head, answer);
  return {
    id: head.id,
    object: "chat.completion",
    created: head.created,
    model: modelId,
    choices: [
      {
        index: 0,
        message: { role: "assistant", refusal: null, ...message },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage,
    groundline,
  };
}

/** An answer in the OpenAI API's words; `groundline` holds what has no place among them. */
export function describeAnswer({ origin, used }: CompletionHead, answer: Answer) {
  const { text, citations, question, id, conversation, ...groundline } = answer;
  return {
    message: { content: writeContent(answer, origin), annotations: annotate(text, citations, origin) },
    finishReason: readFinish(answer),
    usage: describeUsage(used()),
    groundline,
  };
}

function describeUsage({ promptTokens, completionTokens }: Usage) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

function readFinish({ notice }: Answer): "stop" | "length" | "content_filter" {
  if (notice === "content_filtered") return "content_filter";
  return notice === "answer_too_long" ? "length" : "stop";
}
