import { type Dispatch, useEffect } from "react";
import { readConversation } from "../api/conversations.ts";
import { ProblemError } from "../api/problem.ts";
import { onChangeElsewhere } from "../conversations/conversation-changes.ts";
import { restoreTurns } from "./restore-turns.ts";
import { findThread, isStreaming, type Threads, type ThreadsChange } from "./thread.ts";

/** Reads the thread shown from the server, when it is opened and when another tab has added to it. */
export function useOpenedThread(threads: Threads, change: Dispatch<ThreadsChange>): void {
  const { shown, all } = threads;
  const thread = all.find(({ key }) => key === shown);
  const loading = thread?.opening === "loading" ? thread.stored : null;

  useEffect(() => {
    if (loading === null) return;
    const controller = new AbortController();
    readConversation(loading, controller.signal).then(
      (stored) => {
        if (controller.signal.aborted) return;
        change({ type: "opened", key: shown, opening: "open", turns: restoreTurns(stored) });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const isMissing = error instanceof ProblemError && error.problem.status === 404;
        change({ type: "opened", key: shown, opening: isMissing ? "missing" : "failed", turns: [] });
      },
    );
    return () => controller.abort();
  }, [loading, shown, change]);

  useEffect(() => {
    const controller = new AbortController();
    const handleChange = async (conversation: string) => {
      const changed = findThread(threads, conversation);
      if (changed === undefined || isStreaming(changed)) return;
      if (changed.key !== shown) return change({ type: "forgotten", key: changed.key });
      const stored = await readConversation(conversation, controller.signal).catch(() => null);
      if (stored === null || controller.signal.aborted) return;
      change({ type: "opened", key: changed.key, opening: "open", turns: restoreTurns(stored) });
    };
    const stopListening = onChangeElsewhere((conversation) => void handleChange(conversation));
    return () => {
      stopListening();
      controller.abort();
    };
  }, [threads, shown, change]);
}
