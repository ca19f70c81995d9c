import { useEffect, useState } from "react";
import type { Readiness } from "../../../server/api/types.ts";
import { readReadiness } from "../api/read-readiness.ts";

/** `asking` until the first answer; `unreachable` where there is none. */
export type ReadinessState = Readiness | "asking" | "unreachable";

const pollIntervalInMs = 2000;

/** Asks the server until it is ready, then stops. */
export function useReadiness(): ReadinessState {
  const [state, setState] = useState<ReadinessState>("asking");
  const isReady = typeof state === "object" && state.ready;

  useEffect(() => {
    if (isReady) return;
    const controller = new AbortController();
    const ask = async () => {
      const next = await readReadiness(controller.signal).catch(() => "unreachable" as const);
      if (!controller.signal.aborted) setState(next);
    };
    void ask();
    const timer = setInterval(ask, pollIntervalInMs);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [isReady]);

  return state;
}
