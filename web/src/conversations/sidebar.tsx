import { type Ref, useId } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { commandKey } from "../page/command-key.ts";
import { CloseIcon, NewChatIcon, SearchIcon } from "../page/icons.tsx";
import { ConversationList, type ConversationListProps } from "./conversation-list.tsx";

interface SidebarProps extends ConversationListProps {
  readonly ref?: Ref<HTMLElement>;
  readonly onNew: () => void;
  /** Given where there is a keyboard to speak of. */
  readonly onShortcuts?: (() => void) | undefined;
  /** Given where the list covers the chat and can be closed. */
  readonly onClose?: (() => void) | undefined;
}

/** The reader's conversations, and the way to a new one. */
export function Sidebar({ ref, onNew, onShortcuts, onClose, ...list }: SidebarProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const { query, search } = list.conversations;
  return (
    <nav ref={ref} className="sidebar" aria-labelledby={headingId} data-cover={onClose !== undefined}>
      <div className="sidebar-top">
        <h2 id={headingId} className="sidebar-heading" aria-level={onClose === undefined ? undefined : 1}>
          {t("conversations")}
        </h2>
        {onClose !== undefined && (
          <button
            type="button"
            className="side-button"
            aria-label={t("closeConversations")}
            title={t("closeConversations")}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      <button type="button" className="new-chat" onClick={onNew}>
        <NewChatIcon />
        {t("newChat")}
      </button>
      <div className="sidebar-search">
        <SearchIcon />
        <input
          type="search"
          value={query}
          maxLength={200}
          aria-label={t("searchConversations")}
          placeholder={t("searchConversations")}
          onChange={(event) => search(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "" || event.nativeEvent.isComposing) return;
            event.stopPropagation();
            search("");
          }}
        />
      </div>
      <ConversationList {...list} isPage={onClose !== undefined} />
      {onShortcuts !== undefined && (
        <div className="sidebar-foot">
          <button type="button" onClick={onShortcuts}>
            {t("shortcuts")}
            <kbd>{commandKey} /</kbd>
          </button>
        </div>
      )}
    </nav>
  );
}
