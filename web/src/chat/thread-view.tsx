import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { VisibleText } from "../page/visible-text.tsx";
import { StartScreen } from "../start/start-screen.tsx";
import type { DocumentsState } from "../start/use-documents.ts";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { OpeningNotice } from "./opening-notice.tsx";
import { isStreaming, storedConversation } from "./thread.ts";
import type { ThreadsOfPage } from "./use-threads.ts";

interface ThreadViewProps {
  readonly page: ThreadsOfPage;
  /** Left out where nothing has been asked yet, or where no title is to be shown. */
  readonly title?: string | null;
  readonly documents: DocumentsState;
  /** A question that came with the page's address. */
  readonly asked: string | null;
  readonly isReady: boolean;
  /** What stands before the first question; the page's own start where it is left out. */
  readonly start?: ReactNode;
  /** Whether something stands over it. */
  readonly isCovered: boolean;
}

/** The messages of the thread shown, and where the next one is written. */
export function ThreadView({
  page,
  title = null,
  documents,
  asked,
  isReady,
  start,
  isCovered,
}: ThreadViewProps) {
  const { t } = useTranslation();
  const { thread, ask, askAgain, stop, rate } = page;
  const { turns, opening } = thread;
  const [editing, setEditing] = useState<number | null>(null);
  const isAnswering = isStreaming(thread);
  // Until the server has said no, a question may be sent: a refusal is shown, a dead key is not.
  const canSend = opening !== "loading" && isReady;
  const last = turns.at(-1);
  useFocusLeft(turns.length);

  const edit = (turn: number | null) => {
    setEditing(turn);
    if (turn === null) document.getElementById("composer")?.focus();
  };
  return (
    <main className="chat" inert={isCovered} aria-label={t("conversation")}>
      {title !== null && (
        <header className="chat-head">
          <h1 title={title}>
            <VisibleText text={title} />
          </h1>
        </header>
      )}
      {title === null && (turns.length > 0 || opening === "missing" || opening === "failed") && (
        <h1 className="visually-hidden">{turns[0]?.question ?? t("conversation")}</h1>
      )}
      {turns.length === 0 ? (
        <div className="chat-scroll">
          {opening === "new" || opening === "open" ? (
            (start ?? (
              <StartScreen documents={documents} onAsk={(question) => ask({ question, documents: [] })} />
            ))
          ) : (
            <OpeningNotice opening={opening} />
          )}
        </div>
      ) : (
        <MessageList
          turns={turns}
          isStreaming={isAnswering}
          editing={editing}
          documents={documents}
          actions={{
            onAsk: (question) => ask({ question, documents: last?.documents ?? [] }),
            onAskAgain: askAgain,
            onEdit: edit,
            onRate: rate,
          }}
        />
      )}
      <Composer
        conversation={storedConversation(thread)}
        asked={asked}
        documents={documents}
        canSend={canSend}
        isStreaming={isAnswering}
        onSend={ask}
        onStop={stop}
        onEditLast={() => last !== undefined && !isAnswering && setEditing(last.id)}
      />
    </main>
  );
}

/** What was pressed to get here is gone, and the focus with it: one writes next, but on a touch screen reads first. */
function useFocusLeft(turnCount: number): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    // Inside another page the focus is that page's until its reader comes here.
    if (window.parent !== window && (turnCount === 0 || !document.hasFocus())) return;
    const canHover = window.matchMedia("(hover: hover)").matches;
    document
      .querySelector<HTMLElement>(canHover ? "#composer" : ".chat-scroll")
      ?.focus({ preventScroll: true });
  }, [turnCount]);
}
