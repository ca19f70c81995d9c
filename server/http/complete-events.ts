import type { Logger } from "pino";
import type { AskEvent } from "../api/types.ts";
import { describeProblem, type ProblemCode } from "./problem.ts";
import { unlessAborted } from "./unless-aborted.ts";

export interface CompleteEventsOptions {
  /** Aborts when nobody waits for the answer any more; aborted here once the events have ended. */
  readonly stop: AbortController;
  /** Aborts when the server is to stop. */
  readonly closing?: AbortSignal;
  readonly log: Logger;
}

/** The events of one answer, ending with `done` or `error` whatever happens, unless nobody waits any more. */
export async function* completeEvents(
  open: (signal: AbortSignal) => AsyncIterable<AskEvent>,
  { stop, closing, log }: CompleteEventsOptions,
): AsyncGenerator<AskEvent, void, undefined> {
  abortWith(stop, closing);
  try {
    for await (const event of untilAborted(open(stop.signal), stop.signal)) {
      yield event;
      if (event.event === "done" || event.event === "error") return;
    }
    if (!stop.signal.aborted) throw new Error("The events ended without `done` or `error`");
  } catch (error) {
    if (!stop.signal.aborted) {
      log.error({ err: error, code: "answer_failed" }, "An answer failed");
      yield errorEvent("answer_failed");
      return;
    }
  } finally {
    stop.abort();
  }
  if (closing?.aborted) yield errorEvent("shutting_down");
  else if (stop.signal.reason === answerStopped) yield errorEvent("answer_stopped");
}

/** Why `stop` aborted where the reader asked for it: those who still follow the answer are told. */
export const answerStopped = new Error("The reader stopped the answer");

/** The listener goes when `stop` aborts, so that a long-lived signal keeps nothing of a finished answer. */
export function abortWith(stop: AbortController, signal: AbortSignal | undefined): void {
  if (signal?.aborted) stop.abort();
  signal?.addEventListener("abort", () => stop.abort(), { once: true, signal: stop.signal });
}

/** Stops waiting at once when the signal aborts, even for a source that does not watch it. */
async function* untilAborted<Item>(source: AsyncIterable<Item>, signal: AbortSignal): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessAborted(items.next(), signal);
      if (next === "aborted" || next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a source that never settles would hold the stream open.
    void Promise.resolve(items.return?.()).catch(() => {});
  }
}

function errorEvent(code: ProblemCode): AskEvent {
  return { event: "error", data: describeProblem(code) };
}
