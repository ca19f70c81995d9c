import type { Answer } from "../../api/types.ts";
import { annotate, countTokens, extras } from "./annotate.ts";
import { modelId } from "./chat-request.ts";

/** What every object of one completion carries. */
export interface CompletionHead {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** Where the viewer is, for the citations' addresses. */
  readonly origin: string;
}

export function toCompletion({ id, created, origin }: CompletionHead, answer: Answer) {
  const { text, citations } = answer;
  const usage = countTokens(answer);
  const annotations = annotate(text, citations, origin);
  return {
    id,
    object: "chat.completion",
    created,
    model: modelId,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: text, refusal: null, annotations },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    ...(usage ? { usage } : {}),
    groundline: extras(answer),
  };
}
