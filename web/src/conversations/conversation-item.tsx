import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from "react";
import { buildPath, type Go } from "../chat/use-thread-address.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { DeleteIcon, EditIcon } from "../page/icons.tsx";
import { VisibleText } from "../page/visible-text.tsx";
import { announceChange } from "./conversation-changes.ts";
import type { Entry } from "./list-entries.ts";
import { RenameForm } from "./rename-form.tsx";

interface ConversationItemProps {
  readonly entry: Entry;
  readonly isShown: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  readonly go: Go;
  readonly onReach: () => void;
  readonly onDelete: () => void;
}

/** A conversation as a link, so that it opens in another tab too; F2 renames it, Delete deletes it. */
export function ConversationItem({ entry, isShown, isStop, go, onReach, onDelete }: ConversationItemProps) {
  const { t } = useTranslation();
  const [isRenaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const { key, conversation, title, isUnread, isAnswering } = entry;

  const wasRenaming = useRef(false);
  useLayoutEffect(() => {
    if (wasRenaming.current && !isRenaming) link.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  if (isRenaming && conversation !== null) {
    return (
      <li>
        <RenameForm
          conversation={conversation}
          title={title}
          onRenamed={() => {
            setRenaming(false);
            announceChange(conversation);
          }}
          onClose={() => setRenaming(false)}
        />
      </li>
    );
  }
  const handleClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ conversation, key });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (conversation === null) return;
    if (event.key === "F2") setRenaming(true);
    else if (event.key === "Delete") onDelete();
  };
  const state = isAnswering ? t("conversationAnswering") : isUnread ? t("conversationUnread") : null;
  return (
    <li className="conversation" data-unread={isUnread} data-shown={isShown}>
      <a
        ref={link}
        href={buildPath(conversation)}
        data-key={key}
        tabIndex={isStop ? 0 : -1}
        aria-current={isShown ? "page" : undefined}
        aria-keyshortcuts="F2 Delete"
        onClick={handleClick}
        onFocus={onReach}
        onKeyDown={handleKeyDown}
      >
        <span className="conversation-name">
          <VisibleText text={title} />
        </span>
        {state !== null && (
          <span className="conversation-mark" data-answering={isAnswering} title={state}>
            <span className="visually-hidden">({state})</span>
          </span>
        )}
      </a>
      {conversation !== null && (
        <span className="conversation-tools">
          <button
            type="button"
            className="side-button"
            tabIndex={isStop ? 0 : -1}
            aria-label={t("renameConversation", { title })}
            title={t("renameConversation", { title })}
            onClick={() => setRenaming(true)}
          >
            <EditIcon />
          </button>
          <button
            type="button"
            className="side-button"
            tabIndex={isStop ? 0 : -1}
            aria-label={t("deleteConversation", { title })}
            title={t("deleteConversation", { title })}
            onClick={onDelete}
          >
            <DeleteIcon />
          </button>
        </span>
      )}
    </li>
  );
}
