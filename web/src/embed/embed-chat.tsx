import { useCallback, useEffect, useState } from "react";
import { makeKey } from "../chat/make-key.ts";
import { isStreaming, storedConversation } from "../chat/thread.ts";
import { ThreadSource } from "../chat/thread-source.tsx";
import { ThreadView } from "../chat/thread-view.tsx";
import { useThreads } from "../chat/use-threads.ts";
import { useEscape } from "../page/use-escape.ts";
import { narrowScreen, useMediaQuery } from "../page/use-media-query.ts";
import { ReadinessBanner } from "../readiness/readiness-banner.tsx";
import { useReadiness } from "../readiness/use-readiness.ts";
import { SourceOpenerContext } from "../sources/source-opener.ts";
import { useSourcePane } from "../sources/use-source-pane.ts";
import { useDocuments } from "../start/use-documents.ts";
import { EmbedHeader } from "./embed-header.tsx";
import type { EmbedOptions } from "./embed-options.ts";
import { EmbedStart } from "./embed-start.tsx";
import type { Host } from "./host.ts";
import { keepConversation, keptConversation } from "./kept-conversation.ts";

interface EmbedChatProps {
  readonly host: Host | null;
  readonly options: EmbedOptions;
}

/** One conversation, with the source of a citation over it or beside it, as the frame's width allows. */
export function EmbedChat({ host, options }: EmbedChatProps) {
  const page = useKeptThread();
  const { thread, ask } = page;
  const readiness = useReadiness();
  const documents = useDocuments(typeof readiness === "object" && readiness.ready);
  const source = useSourcePane({ isHistoryStep: false });
  const isNarrow = useMediaQuery(narrowScreen);
  const isCovered = isNarrow && source.target !== null;
  useUnread(host, isStreaming(thread));

  const close = useCallback(() => host?.tell("close"), [host]);
  useEscape(() => {
    if (options.isClosable && source.target === null) close();
  });
  useEffect(() => host?.onOpen(focusComposer), [host]);
  const startAnew = () => {
    source.close();
    page.startAnew();
    focusComposer();
  };
  return (
    <SourceOpenerContext value={source}>
      <div className="page chat-page embed-page">
        <div className="page-top" inert={isCovered}>
          <EmbedHeader
            onNewChat={thread.turns.length > 0 ? startAnew : null}
            onClose={host !== null && options.isClosable ? close : null}
          />
          <ReadinessBanner state={readiness} />
        </div>
        <div className="chat-body">
          <ThreadView
            key={thread.key}
            page={page}
            documents={documents}
            asked={null}
            isReady={typeof readiness === "string" || readiness.ready}
            start={
              <EmbedStart
                options={options}
                documents={documents}
                onAsk={(question) => ask({ question, documents: [] })}
              />
            }
            isCovered={isCovered}
          />
          <ThreadSource thread={thread} source={source} isCover={isNarrow} />
        </div>
      </div>
    </SourceOpenerContext>
  );
}

/** The conversation of this tab, or a new one where it cannot be opened, as when another reader has signed in. */
function useKeptThread() {
  const [kept] = useState(keptConversation);
  const page = useThreads(kept);
  const { thread, show } = page;
  const conversation = storedConversation(thread);
  const isLost = thread.opening === "missing" || thread.opening === "failed";
  useEffect(() => {
    if (isLost) show(makeKey(), null);
    else keepConversation(conversation);
  }, [isLost, conversation, show]);
  return { ...page, startAnew: () => show(makeKey(), null) };
}

/** Tells the page when an answer has ended, which its reader may not have seen. */
function useUnread(host: Host | null, isAnswering: boolean): void {
  const [wasAnswering, setWasAnswering] = useState(isAnswering);
  useEffect(() => {
    if (wasAnswering && !isAnswering) host?.tell("unread");
    setWasAnswering(isAnswering);
  }, [host, isAnswering, wasAnswering]);
}

function focusComposer(): void {
  document.getElementById("composer")?.focus();
}
