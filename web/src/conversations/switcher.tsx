import { type KeyboardEvent, useId, useState } from "react";
import type { Thread } from "../chat/thread.ts";
import type { Go } from "../chat/use-thread-address.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { Modal } from "../page/modal.tsx";
import { VisibleText } from "../page/visible-text.tsx";
import { describeDay } from "./describe-day.ts";
import { type Entry, listEntries } from "./list-entries.ts";
import { useConversationList } from "./use-conversation-list.ts";

/** As many as are seen at once. */
const mostShown = 12;

interface SwitcherProps {
  readonly threads: readonly Thread[];
  readonly go: Go;
  readonly onClose: () => void;
}

/** Goes to a conversation by some of its words; the arrow keys choose, Enter goes (WAI-ARIA combobox). */
export function Switcher({ threads, go, onClose }: SwitcherProps) {
  const { t, i18n } = useTranslation();
  const listId = useId();
  const [at, setAt] = useState(0);
  const { list, query, search } = useConversationList();
  const stored = typeof list === "string" ? [] : list.conversations;
  const entries = listEntries(stored, query === "" ? threads : []).slice(0, mostShown);
  const chosen = Math.min(at, entries.length - 1);

  const choose = ({ conversation, key }: Entry) => {
    onClose();
    go({ conversation, key });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const entry = entries[chosen];
    if (step !== undefined) {
      event.preventDefault();
      setAt((chosen + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === "Enter" && entry !== undefined) {
      event.preventDefault();
      choose(entry);
    }
  };
  return (
    <Modal title={t("switchConversation")} isTitleHidden onClose={onClose}>
      <input
        role="combobox"
        className="field"
        value={query}
        maxLength={200}
        aria-label={t("switchConversation")}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
        placeholder={t("switchPlaceholder")}
        onChange={(event) => {
          setAt(0);
          search(event.target.value);
        }}
        onKeyDown={handleKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t("conversations")} className="switcher-list">
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the focus stays in the field, whose keys choose.
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            className="switcher-entry"
            aria-selected={index === chosen}
            onClick={() => choose(entry)}
          >
            <span className="conversation-name">
              <VisibleText text={entry.title} />
            </span>
            <span className="document-facts">{describeDay(entry.usedAt, new Date(), i18n.language)}</span>
          </div>
        ))}
      </div>
      {typeof list !== "string" && entries.length === 0 && (
        <p className="scope-note" role="status">
          {t(query === "" ? "noConversations" : "noConversationFound")}
        </p>
      )}
    </Modal>
  );
}
