import { useCallback, useEffect, useState } from "react";
import type { ConversationList } from "../../../server/api/conversations.ts";
import { listConversations } from "../api/conversations.ts";
import { onAnyChange } from "./conversation-changes.ts";

export type ListState = ConversationList | "loading" | "failed";

export interface Conversations {
  readonly list: ListState;
  readonly query: string;
  readonly search: (query: string) => void;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** The most that the server lists at once. */
const partLimit = 100;
/** Typing goes on for longer than this between two letters seldom. */
const typingPauseInMs = 120;

/** The reader's conversations that hold the words searched for, kept up to date while they change. */
export function useConversationList(): Conversations {
  const [query, setQuery] = useState("");
  const [list, setList] = useState<ListState>("loading");
  const [version, setVersion] = useState(0);
  const reload = useCallback(() => setVersion((last) => last + 1), []);
  useEffect(() => onAnyChange(reload), [reload]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what asks for the list again.
  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      const next = await listConversations(
        { query: query.trim(), limit: partLimit },
        controller.signal,
      ).catch(() => "failed" as const);
      if (!controller.signal.aborted) setList(next);
    };
    const timer = setTimeout(() => void load(), query === "" ? 0 : typingPauseInMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, version]);

  const loadMore = useCallback(async () => {
    if (typeof list === "string" || list.next === null) return;
    const request = { query: query.trim(), limit: partLimit, before: list.next };
    const part = await listConversations(request, AbortSignal.timeout(30_000)).catch(() => null);
    if (part === null) return setList("failed");
    setList((shown) =>
      shown === list ? { ...part, conversations: [...list.conversations, ...part.conversations] } : shown,
    );
  }, [list, query]);

  return { list, query, search: setQuery, loadMore: () => void loadMore(), reload };
}
