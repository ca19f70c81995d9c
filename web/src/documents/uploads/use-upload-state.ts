import { useCallback, useEffect, useRef, useState } from "react";
import type { UploadState } from "../../../../server/api/documents.ts";
import { readUploadState } from "../../api/change-documents.ts";

const pollIntervalInMs = 1000;
const unknown: UploadState = { allowed: false, ingest: "done" };

/** Whether documents may be changed; after each change the server is asked until the index has followed. */
export function useUploadState(onFollowed: () => void) {
  const [state, setState] = useState(unknown);
  const [attempt, setAttempt] = useState(0);
  const isRunning = state.ingest === "running";

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    const controller = new AbortController();
    const ask = async () => {
      const next = await readUploadState(controller.signal).catch(() => null);
      if (next !== null && !controller.signal.aborted) setState(next);
    };
    void ask();
    const timer = isRunning ? setInterval(ask, pollIntervalInMs) : undefined;
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [attempt, isRunning]);

  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning) onFollowed();
    wasRunning.current = isRunning;
  }, [isRunning, onFollowed]);

  const markChanged = useCallback(() => {
    setState((latest) => ({ ...latest, ingest: "running" }));
    setAttempt((latest) => latest + 1);
  }, []);
  return { state, markChanged };
}
