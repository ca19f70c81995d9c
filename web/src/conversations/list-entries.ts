import type { ConversationSummary } from "../../../server/api/conversations.ts";
import { isStreaming, storedConversation, type Thread, type Threads } from "../chat/thread.ts";
import { describeDay } from "./describe-day.ts";
import type { ListState } from "./use-conversation-list.ts";

/** A line of the list of conversations. */
export interface Entry {
  /** The key of its thread on this page, else its stored id. */
  readonly key: string;
  /** Null while nothing of it is stored. */
  readonly conversation: string | null;
  readonly title: string;
  readonly usedAt: Date;
  readonly isUnread: boolean;
  readonly isAnswering: boolean;
}

/** Stored conversations with what this page knows of them, below those that are not stored yet. */
export function listEntries(
  conversations: readonly ConversationSummary[],
  threads: readonly Thread[],
): readonly Entry[] {
  const byId = new Map(threads.map((thread) => [storedConversation(thread), thread]));
  const stored = conversations.map(({ id, title, updatedAt }): Entry => {
    const thread = byId.get(id);
    return {
      key: thread?.key ?? id,
      conversation: id,
      title,
      usedAt: new Date(updatedAt),
      isUnread: thread?.isUnread ?? false,
      isAnswering: thread !== undefined && isStreaming(thread),
    };
  });
  return [...threads.flatMap(describeBegun), ...stored];
}

/** The entries under the days they were used on, in their order. */
export function groupByDay(
  entries: readonly Entry[],
  today: Date,
  language: string,
): readonly { readonly day: string; readonly entries: readonly Entry[] }[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = describeDay(entry.usedAt, today, language);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}

/** The entry so many places below the thread shown, negative for above; a thread not in the list stands above it. */
export function findNeighbour(list: ListState, { shown, all }: Threads, by: number): Entry | null {
  const entries = listEntries(typeof list === "string" ? [] : list.conversations, all);
  return entries[entries.findIndex(({ key }) => key === shown) + by] ?? null;
}

function describeBegun(thread: Thread): readonly Entry[] {
  const [first] = thread.turns;
  if (storedConversation(thread) !== null || first === undefined) return [];
  return [
    {
      key: thread.key,
      conversation: null,
      title: first.question,
      usedAt: first.askedAt,
      isUnread: thread.isUnread,
      isAnswering: isStreaming(thread),
    },
  ];
}
