import { setTimeout as waitFor } from "node:timers/promises";
import { parseRetryAfterMs } from "@langchain/core/utils/async_caller";

export interface Patience {
  /** For all attempts and the waits between them; what is read of the answer falls under it too. */
  readonly deadlineInMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly wait?: Wait | undefined;
}

export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

const mostRetries = 2;
const firstPauseInMs = 1000;
/** Timeout, conflict, too many requests: what may pass by itself, beside the faults of a server. */
const passing = new Set([408, 409, 429]);

/**
 * `fetch` for services of models: asks again, at most twice, after what may pass by itself. Pauses are random up to a
 * bound that doubles, so that many clients do not come back together; a Retry-After is the least that is waited.
 */
export function createPatientFetch({ deadlineInMs, signal: given, wait = pause }: Patience): typeof fetch {
  return async (input, init) => {
    const endsAt = performance.now() + deadlineInMs;
    const signals = [AbortSignal.timeout(deadlineInMs), given, init?.signal].filter((one) => one != null);
    const signal = AbortSignal.any(signals);
    for (let retries = 0; ; retries++) {
      const outcome = await attempt(input, { ...init, signal });
      const isLast = retries === mostRetries || signal.aborted || !(await mayPass(outcome));
      const milliseconds = Math.max(askedPause(outcome), Math.random() * firstPauseInMs * 2 ** retries);
      if (isLast || performance.now() + milliseconds >= endsAt) return settle(outcome);
      if (outcome instanceof Response) await outcome.body?.cancel();
      await wait(milliseconds, signal);
    }
  };
}

type Outcome = Response | { readonly error: unknown };

async function attempt(...request: Parameters<typeof fetch>): Promise<Outcome> {
  try {
    return await fetch(...request);
  } catch (error) {
    return { error };
  }
}

function settle(outcome: Outcome): Response {
  if (outcome instanceof Response) return outcome;
  throw outcome.error;
}

/** A connection that failed, or a status that another attempt may not meet again; a used-up quota stays used up. */
async function mayPass(outcome: Outcome): Promise<boolean> {
  if (!(outcome instanceof Response)) return true;
  if (outcome.status !== 429) return outcome.status >= 500 || passing.has(outcome.status);
  return !usedUp.test(await outcome.clone().text());
}

const usedUp = /insufficient[_ ]quota|billing|credit balance|spend(?:ing)?[_ ]limit/i;

/** Milliseconds that the service asks to be left alone. */
function askedPause(outcome: Outcome): number {
  return outcome instanceof Response ? (parseRetryAfterMs(outcome.headers.get("retry-after")) ?? 0) : 0;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return waitFor(milliseconds, undefined, { signal });
}
