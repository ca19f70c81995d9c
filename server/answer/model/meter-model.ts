import type { Usage } from "./allowance.ts";
import type { ChatMessage, ChatModel } from "./chat-model.ts";
import { type ModelFault, toModelFault } from "./model-fault.ts";
import type { ModelParts } from "./model-parts.ts";
import type { ReplyParts } from "./stream-reply.ts";

/** The same model and judge; what each call used is told at its end, as the server reports it or as we estimate it. */
export function meterModel(parts: ModelParts, spend: (usage: Usage) => void): ModelParts {
  const meter = <Part extends ReplyParts>(part: Part): Part => ({
    ...part,
    model: meterCalls(part.model, spend),
  });
  return { ...meter(parts), judge: parts.judge && meter(parts.judge) };
}

function meterCalls(model: ChatModel, spend: (usage: Usage) => void): ChatModel {
  return {
    name: model.name,
    async *stream(messages, options) {
      let written = "";
      let reported: Usage | undefined;
      let isRefused = false;
      try {
        for await (const piece of model.stream(messages, options)) {
          written += piece.text;
          reported = piece.usage ?? reported;
          yield piece;
        }
      } catch (error) {
        isRefused = written === "" && neverBegun.has(toModelFault(error).code);
        throw error;
      } finally {
        if (!isRefused) spend(reported ?? estimate(messages, written));
      }
    },
  };
}

/** Calls that failed so cost nothing. */
const neverBegun: ReadonlySet<ModelFault["code"]> = new Set([
  "model_unreachable",
  "model_failing",
  "model_busy",
  "model_quota",
  "model_rejected",
]);

function estimate(messages: readonly ChatMessage[], written: string): Usage {
  const prompt = messages.reduce((sum, { content }) => sum + countTokens(content), 0);
  return { promptTokens: prompt, completionTokens: countTokens(written) };
}

/** Tokenizers in use take about a token for a Chinese character, and one for four characters of other text. */
function countTokens(text: string): number {
  const ideographs = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return ideographs + Math.ceil((text.length - ideographs) / 4);
}
