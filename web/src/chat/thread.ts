import { lastConversation } from "./build-request.ts";
import { changeTurns, type TurnChange } from "./change-turns.ts";
import type { Turn } from "./turn.ts";

/** How far a conversation has been opened; `new` where nothing is stored of it yet. */
export type Opening = "new" | "loading" | "open" | "missing" | "failed";

/** A conversation as this page holds it. Its key stays the same when its first answer gives it a stored id. */
export interface Thread {
  readonly key: string;
  /** The id it was opened by; null where it was begun on this page. */
  readonly stored: string | null;
  readonly opening: Opening;
  readonly turns: readonly Turn[];
  /** Whether an answer ended while another thread was shown. */
  readonly isUnread: boolean;
}

export interface Threads {
  readonly shown: string;
  readonly all: readonly Thread[];
}

export type ThreadsChange =
  | { readonly type: "shown"; readonly key: string; readonly stored: string | null }
  | {
      readonly type: "opened";
      readonly key: string;
      readonly opening: Opening;
      readonly turns: readonly Turn[];
    }
  | { readonly type: "turn-changed"; readonly key: string; readonly change: TurnChange }
  | { readonly type: "forgotten"; readonly key: string };

export function startThreads(stored: string | null): Threads {
  const key = stored ?? "first";
  return changeThreads({ shown: key, all: [] }, { type: "shown", key, stored });
}

export function changeThreads(threads: Threads, change: ThreadsChange): Threads {
  const { shown, all } = threads;
  switch (change.type) {
    case "shown": {
      const { key, stored } = change;
      const kept = all.filter((thread) => thread.key === key || !isUntouched(thread));
      const found = kept.some((thread) => thread.key === key) ? kept : [...kept, newThread(key, stored)];
      return { shown: key, all: found.map((thread) => (thread.key === key ? markRead(thread) : thread)) };
    }
    case "opened":
      return changeThread(threads, change.key, (thread) =>
        isStreaming(thread) ? thread : { ...thread, opening: change.opening, turns: change.turns },
      );
    case "turn-changed":
      return changeThread(threads, change.key, (thread) => {
        const turns = changeTurns(thread.turns, change.change);
        const next = { ...thread, turns };
        const hasEnded = isStreaming(thread) && !isStreaming(next);
        return { ...next, isUnread: thread.isUnread || (hasEnded && thread.key !== shown) };
      });
    case "forgotten":
      return { shown, all: all.filter(({ key }) => key === shown || key !== change.key) };
  }
}

export function isStreaming({ turns }: Thread): boolean {
  return turns.some(({ reply }) => reply.state === "streaming");
}

/** The conversation's id once something of it is stored, so that its address leads back to it. */
export function storedConversation({ stored, turns }: Thread): string | null {
  return stored ?? lastConversation(turns.filter(({ reply }) => reply.state !== "streaming"));
}

export function findThread({ all }: Threads, conversation: string): Thread | undefined {
  return all.find((thread) => storedConversation(thread) === conversation);
}

function changeThread(threads: Threads, key: string, next: (thread: Thread) => Thread): Threads {
  return { ...threads, all: threads.all.map((thread) => (thread.key === key ? next(thread) : thread)) };
}

function newThread(key: string, stored: string | null): Thread {
  return { key, stored, opening: stored === null ? "new" : "loading", turns: [], isUnread: false };
}

function isUntouched({ stored, turns }: Thread): boolean {
  return stored === null && turns.length === 0;
}

/** What could not be opened is tried again when it is shown again. */
function markRead(thread: Thread): Thread {
  const opening = thread.opening === "failed" ? "loading" : thread.opening;
  return { ...thread, opening, isUnread: false };
}
