import { type KeyboardEvent, useRef, useState } from "react";
import type { Thread } from "../chat/thread.ts";
import type { Go } from "../chat/use-thread-address.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { ConversationItem } from "./conversation-item.tsx";
import { type Entry, groupByDay, listEntries } from "./list-entries.ts";
import type { Conversations } from "./use-conversation-list.ts";

export interface ConversationListProps {
  readonly conversations: Conversations;
  readonly threads: readonly Thread[];
  /** The key of the thread shown. */
  readonly shown: string;
  readonly go: Go;
  readonly onDelete: (entry: Entry) => void;
}

interface ListProps extends ConversationListProps {
  /** Whether the list is a page of its own, with the first heading. */
  readonly isPage: boolean;
}

/** Conversations by day. One of them is a stop of the Tab key; the arrow keys move between them. */
export function ConversationList({ conversations, threads, shown, go, onDelete, isPage }: ListProps) {
  const { t, i18n } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const { list, query, loadMore, reload } = conversations;

  const isSearch = query.trim() !== "";
  const stored = typeof list === "string" ? [] : list.conversations;
  const entries = listEntries(stored, isSearch ? [] : threads);
  const keys = entries.map(({ key }) => key);
  const stop = [reached, shown].find((key) => key !== null && keys.includes(key)) ?? keys[0];

  const findLinks = () => [...(scroller.current?.querySelectorAll<HTMLAnchorElement>("a[data-key]") ?? [])];
  const handleKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || !(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const links = findLinks();
    links[links.indexOf(event.target) + step]?.focus();
  };
  /** What has the focus will be gone: the keyboard stays in the list. */
  const focusNext = ({ key }: Entry) => {
    const links = findLinks();
    const at = links.findIndex(({ dataset }) => dataset.key === key);
    const newChat = scroller.current?.parentElement?.querySelector<HTMLElement>(".new-chat");
    (links[at + 1] ?? links[at - 1] ?? newChat)?.focus();
  };
  const handleDelete = (entry: Entry) => {
    if (document.activeElement?.matches(":focus-visible")) focusNext(entry);
    onDelete(entry);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move between the links inside.
    <div ref={scroller} className="sidebar-list" onKeyDown={handleKeyDown}>
      {groupByDay(entries, new Date(), i18n.language).map(({ day, entries }) => (
        <section key={day} aria-label={day}>
          <h3 className="sidebar-day" aria-level={isPage ? 2 : undefined}>
            {day}
          </h3>
          <ul>
            {entries.map((entry) => (
              <ConversationItem
                key={entry.key}
                entry={entry}
                isShown={entry.key === shown}
                isStop={entry.key === stop}
                go={go}
                onReach={() => setReached(entry.key)}
                onDelete={() => handleDelete(entry)}
              />
            ))}
          </ul>
        </section>
      ))}
      {list === "failed" && (
        <div className="sidebar-note" role="alert">
          <p>{t("conversationsFailed")}</p>
          <button type="button" className="sidebar-more" onClick={reload}>
            {t("retry")}
          </button>
        </div>
      )}
      {typeof list !== "string" && entries.length === 0 && (
        <p className="sidebar-note" role="status">
          {t(isSearch ? "noConversationFound" : "noConversations")}
        </p>
      )}
      {typeof list !== "string" && list.next !== null && (
        <button type="button" className="sidebar-more" onClick={loadMore}>
          {t("moreConversations")}
        </button>
      )}
    </div>
  );
}
