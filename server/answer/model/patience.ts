import { ModelFault } from "./model-fault.ts";

/** How long a reader is kept waiting for a model, in milliseconds. */
export interface Patience {
  /** For the first sign of life, headers or text. */
  readonly firstSignInMs: number;
  /** Between two pieces. */
  readonly betweenInMs: number;
  /** For the first text, all attempts together. */
  readonly firstTextInMs: number;
  /** For the whole reply. */
  readonly wholeInMs: number;
}

export const ordinaryPatience: Patience = {
  firstSignInMs: 30_000,
  betweenInMs: 20_000,
  firstTextInMs: 60_000,
  wholeInMs: 120_000,
};

const briefInMs = 8000;

/** For short replies that the answer waits for. */
export function briefly(patience: Patience): Patience {
  const cap = (inMs: number) => Math.min(inMs, briefInMs);
  return {
    firstSignInMs: cap(patience.firstSignInMs),
    betweenInMs: cap(patience.betweenInMs),
    firstTextInMs: cap(patience.firstTextInMs),
    wholeInMs: cap(patience.wholeInMs),
  };
}

interface Waiting {
  readonly patience: Patience;
  readonly signal: AbortSignal;
  /** When the reader began to wait, on the clock of `performance.now()`. */
  readonly start: number;
}

/** The call's items, each in time; the call is aborted when one is late, when the signal aborts, and at the end. */
export async function* withPatience<Item extends { readonly text: string }>(
  call: (signal: AbortSignal) => AsyncIterable<Item>,
  { patience, signal, start }: Waiting,
): AsyncGenerator<Item> {
  const stop = new AbortController();
  const forward = () => stop.abort(signal.reason);
  if (signal.aborted) forward();
  signal.addEventListener("abort", forward, { once: true });
  const items = call(stop.signal)[Symbol.asyncIterator]();
  let waitInMs = patience.firstSignInMs;
  let untilInMs = patience.firstTextInMs;
  try {
    for (;;) {
      const leftInMs = start + untilInMs - performance.now();
      const late = leftInMs < waitInMs ? "model_late" : "model_silent";
      const next = await inTime(items.next(), Math.min(leftInMs, waitInMs), late, stop.signal);
      if (next.done) return;
      waitInMs = patience.betweenInMs;
      if (next.value.text !== "") untilInMs = patience.wholeInMs;
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", forward);
    stop.abort();
    // Not awaited: a call that does not settle would hold the reader.
    void items.return?.().catch(() => {});
  }
}

function inTime<Value>(
  promise: Promise<Value>,
  inMs: number,
  late: "model_late" | "model_silent",
  signal: AbortSignal,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    const timer = setTimeout(() => settle(() => reject(new ModelFault(late))), Math.max(0, inMs));
    function settle(act: () => void) {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
      act();
    }
    if (signal.aborted) settle(giveUp);
    signal.addEventListener("abort", giveUp, { once: true });
    promise.then(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(error)),
    );
  });
}
