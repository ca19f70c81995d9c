import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NewChatIcon } from "../page/icons.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { narrowScreen, useMediaQuery } from "../page/use-media-query.ts";
import { usePageTitle } from "../page/use-page-title.ts";
import { ReadinessBanner } from "../readiness/readiness-banner.tsx";
import { useReadiness } from "../readiness/use-readiness.ts";
import { SourceOpenerContext } from "../sources/source-opener.ts";
import { SourcePane } from "../sources/source-pane.tsx";
import { useSourcePane } from "../sources/use-source-pane.ts";
import { StartScreen } from "../start/start-screen.tsx";
import { useDocuments } from "../start/use-documents.ts";
import { findAsked, lastConversation } from "./build-request.ts";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { OpeningNotice } from "./opening-notice.tsx";
import { useConversation } from "./use-conversation.ts";
import { useConversationAddress } from "./use-conversation-address.ts";

/** Questions and answers on the left, the source of a citation on the right. */
export function ChatPage({ conversation: stored }: { readonly conversation: string | null }) {
  const { t } = useTranslation();
  const [isAnew, setAnew] = useState(stored === null);
  const { turns, opening, isStreaming, ask, retry, stop, clear } = useConversation(stored);
  const conversation = lastConversation(turns.filter(({ reply }) => reply.state !== "streaming"));
  useConversationAddress(conversation !== null ? `/c/${conversation}` : isAnew ? "/" : null);
  const readiness = useReadiness();
  const isReady = typeof readiness === "object" && readiness.ready;
  // Until the server has said no, a question may be sent: a refusal is shown, a dead key is not.
  const canSend = opening !== "loading" && (typeof readiness === "string" || readiness.ready);
  const documents = useDocuments(isReady);
  const source = useSourcePane();
  const isNarrow = useMediaQuery(narrowScreen);
  usePageTitle(turns[0]?.question ?? null);

  const waiting = isAnew ? "new" : opening;
  const isCovered = isNarrow && source.target !== null;
  const startAnew = () => {
    source.close();
    setAnew(true);
    clear();
  };
  return (
    <SourceOpenerContext value={source}>
      <div className="page chat-page">
        <div className="page-top" inert={isCovered}>
          <PageHeader>
            {turns.length > 0 && (
              <button type="button" className="header-button" onClick={startAnew}>
                <NewChatIcon />
                <span>{t("newChat")}</span>
              </button>
            )}
          </PageHeader>
          <ReadinessBanner state={readiness} />
        </div>
        <div className="chat-body">
          <main className="chat" inert={isCovered}>
            {turns.length === 0 ? (
              <div className="chat-scroll">
                {waiting === "new" || waiting === "open" ? (
                  <StartScreen documents={documents} onAsk={ask} />
                ) : (
                  <OpeningNotice opening={waiting} />
                )}
              </div>
            ) : (
              <MessageList turns={turns} isStreaming={isStreaming} onRetry={retry} />
            )}
            <Composer canSend={canSend} isStreaming={isStreaming} onSend={ask} onStop={stop} />
          </main>
          {source.target !== null && (
            <SourcePane
              target={source.target}
              asked={findAsked(turns, source.target.turn)}
              isCover={isNarrow}
              onClose={source.close}
            />
          )}
        </div>
      </div>
    </SourceOpenerContext>
  );
}
