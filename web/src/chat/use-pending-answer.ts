import { useEffect, useRef } from "react";
import { type PendingAnswer, readPending } from "./pending-answer.ts";
import type { Thread } from "./thread.ts";

/** Goes on with the answer that was under way in the page's first conversation when the page was loaded anew. */
export function usePendingAnswer(
  { stored, opening, turns }: Thread,
  resume: (pending: PendingAnswer) => void,
): void {
  const isSettled = useRef(false);
  useEffect(() => {
    if (isSettled.current || opening === "loading") return;
    isSettled.current = true;
    const pending = readPending(stored);
    if (pending === null || opening === "missing") return;
    const isStored = turns.some(({ key }) => key === pending.answer);
    if (!isStored) resume(pending);
  });
}
