import { useCallback, useEffect, useRef } from "react";
import { openSteps } from "../page/use-history-step.ts";
import { makeKey } from "./make-key.ts";
import { findThread, storedConversation, type Thread, type Threads } from "./thread.ts";

/** Goes to a stored conversation, to a thread of this page by its key, or with neither to a new chat. */
export type Go = (to: { readonly conversation?: string | null; readonly key?: string }) => void;

/** Keeps the address, the browser's history and the thread shown in step. */
export function useThreadAddress(
  threads: Threads,
  thread: Thread,
  show: (key: string, stored: string | null) => void,
): Go {
  const path = buildPath(storedConversation(thread));
  const latest = useRef({ threads, key: thread.key, path });
  latest.current = { threads, key: thread.key, path };

  useEffect(() => nameEntry(thread.key, path), [thread.key, path]);

  useEffect(() => {
    const handlePop = () => {
      const { threads, key, path } = latest.current;
      const target = findTarget(threads);
      // The entries of what was opened over a thread are its own, from before it had an address too.
      if (target === null || target.key === key) nameEntry(key, path);
      else show(target.key, target.stored);
    };
    window.addEventListener("popstate", handlePop);
    return () => window.removeEventListener("popstate", handlePop);
  }, [show]);

  return useCallback(({ conversation = null, key }) => {
    const { threads } = latest.current;
    const known = conversation === null ? undefined : findThread(threads, conversation)?.key;
    const state: EntryState = { thread: key ?? known ?? conversation ?? makeKey() };
    const path = buildPath(conversation);
    // What is open is a step of the thread that is left: the new one takes its place.
    if (openSteps().length > 0) window.history.replaceState(state, "", path);
    else window.history.pushState(state, "", path);
    window.dispatchEvent(new PopStateEvent("popstate", { state }));
  }, []);
}

interface EntryState {
  readonly thread?: string;
}

export function buildPath(conversation: string | null): string {
  return conversation === null ? "/" : `/c/${conversation}`;
}

function nameEntry(key: string, path: string): void {
  const state = window.history.state as EntryState | null;
  if (state?.thread === key && window.location.pathname === path) return;
  window.history.replaceState({ ...state, thread: key }, "", path);
}

/** What the present entry stands for; null where it is a step of the thread shown. */
function findTarget(threads: Threads): { readonly key: string; readonly stored: string | null } | null {
  const key = (window.history.state as EntryState | null)?.thread;
  const named = threads.all.find((thread) => thread.key === key);
  if (named !== undefined) return named;
  const conversation = /^\/c\/([\w-]{1,64})$/.exec(window.location.pathname)?.[1];
  if (conversation !== undefined) {
    return findThread(threads, conversation) ?? { key: conversation, stored: conversation };
  }
  return key === undefined ? null : { key, stored: null };
}
