import { setTimeout as sleep } from "node:timers/promises";
import type { ChatMessage, ChatModel, ReplyPiece } from "./chat-model.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { ModelFault, toModelFault } from "./model-fault.ts";
import { type Patience, withPatience } from "./patience.ts";

export interface ReplyParts {
  readonly model: ChatModel;
  readonly breaker: CircuitBreaker;
  readonly patience: Patience;
  /** Between attempts; tests hand in one that does not wait. */
  readonly wait: (inMs: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export interface ReplyOptions {
  readonly signal: AbortSignal;
  readonly maxTokens: number;
}

const mostAttempts = 3;
const firstDelayInMs = 500;

/**
 * A model's reply. Until its first text a failed call is repeated, at most twice and within the patience there is;
 * after it nothing is. Throws a ModelFault, or the signal's reason.
 */
export async function* streamReply(
  parts: ReplyParts,
  messages: readonly ChatMessage[],
  { signal, maxTokens }: ReplyOptions,
): AsyncGenerator<ReplyPiece> {
  const { model, breaker, patience, random } = parts;
  const start = performance.now();
  for (let attempt = 1; ; attempt++) {
    breaker.admit();
    let hasText = false;
    let isWhole = false;
    try {
      const call = (callSignal: AbortSignal) => model.stream(messages, { signal: callSignal, maxTokens });
      for await (const piece of withPatience(call, { patience, signal, start })) {
        if (piece.text !== "" && !hasText) {
          hasText = true;
          breaker.succeed();
        }
        isWhole ||= piece.finish !== undefined || piece.refusal === true;
        yield piece;
      }
      if (!hasText && !isWhole) throw new ModelFault("model_garbled", { detail: "The reply is empty" });
      breaker.succeed();
      return;
    } catch (error) {
      signal.throwIfAborted();
      const fault = toModelFault(error);
      if (fault.code === "model_busy") breaker.release();
      else breaker.fail();
      const delayInMs = fault.retryAfterInMs + random() * firstDelayInMs * 2 ** attempt;
      const isInTime = performance.now() - start + delayInMs < patience.firstTextInMs;
      if (hasText || !fault.isRetryable || attempt === mostAttempts || !isInTime) throw fault;
      await parts.wait(delayInMs, signal);
    } finally {
      breaker.release();
    }
  }
}

/** A short reply as a whole; a ModelFault where it is cut or empty. */
export async function readReply(
  parts: ReplyParts,
  messages: readonly ChatMessage[],
  options: ReplyOptions,
): Promise<string> {
  let text = "";
  let finish: string | undefined;
  for await (const piece of streamReply(parts, messages, options)) {
    text += piece.text;
    finish ??= piece.finish;
  }
  if (finish !== "stop" || text.trim() === "") {
    throw new ModelFault("model_garbled", { detail: `A short reply ended with ${finish ?? "nothing"}` });
  }
  return text.trim();
}

export async function waitBetweenAttempts(inMs: number, signal: AbortSignal): Promise<void> {
  await sleep(inMs, undefined, { signal });
}
