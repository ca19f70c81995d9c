import { useEffect, useState } from "react";
import { ProblemError } from "../api/problem.ts";
import { readConversation } from "../api/read-conversation.ts";
import { restoreTurns } from "./restore-turns.ts";
import type { Turn } from "./turn.ts";

/** How far the conversation of the page's address has been opened; `new` where the address names none. */
export type Opening = "new" | "loading" | "open" | "missing" | "failed";

/** Hands over the turns of a stored conversation once they have come. */
export function useStoredTurns(
  conversation: string | null,
  onRestore: (turns: readonly Turn[]) => void,
): Opening {
  const [opening, setOpening] = useState<Opening>(conversation === null ? "new" : "loading");
  useEffect(() => {
    if (conversation === null) return;
    const controller = new AbortController();
    readConversation(conversation, controller.signal).then(
      (stored) => {
        if (controller.signal.aborted) return;
        onRestore(restoreTurns(stored));
        setOpening("open");
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const isMissing = error instanceof ProblemError && error.problem.status === 404;
        setOpening(isMissing ? "missing" : "failed");
      },
    );
    return () => controller.abort();
  }, [conversation, onRestore]);
  return opening;
}
