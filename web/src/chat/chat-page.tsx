import { useRef, useState } from "react";
import { DeletionToast } from "../conversations/deletion-toast.tsx";
import { findNeighbour } from "../conversations/list-entries.ts";
import { Sidebar } from "../conversations/sidebar.tsx";
import { type ListState, useConversationList } from "../conversations/use-conversation-list.ts";
import { useCover } from "../conversations/use-cover.ts";
import { useDeletion } from "../conversations/use-deletion.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "../page/icon-button.tsx";
import { MenuIcon } from "../page/icons.tsx";
import { lazyPart } from "../page/lazy-part.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { narrowScreen, screenForThree, useMediaQuery, wideScreen } from "../page/use-media-query.ts";
import { useOnline } from "../page/use-online.ts";
import { usePageTitle } from "../page/use-page-title.ts";
import { OfflineBanner } from "../readiness/offline-banner.tsx";
import { ReadinessBanner } from "../readiness/readiness-banner.tsx";
import { useReadiness } from "../readiness/use-readiness.ts";
import { SourceOpenerContext } from "../sources/source-opener.ts";
import { useSourcePane } from "../sources/use-source-pane.ts";
import { useDocuments } from "../start/use-documents.ts";
import { type ChatDialog, ChatDialogs } from "./chat-dialogs.tsx";
import { storedConversation, type Thread } from "./thread.ts";
import { ThreadSource } from "./thread-source.tsx";
import { ThreadView } from "./thread-view.tsx";
import { useThreadAddress } from "./use-thread-address.ts";
import { useThreads } from "./use-threads.ts";

const ConversationCover = lazyPart(() =>
  import("../conversations/conversation-cover.tsx").then((module) => module.ConversationCover),
);

/** Conversations on the left, the messages of one in the middle, the source of a citation on the right. */
export function ChatPage({ conversation }: { readonly conversation: string | null }) {
  const { t } = useTranslation();
  const page = useThreads(conversation);
  const { threads, thread, show, forget } = page;
  const go = useThreadAddress(threads, thread, show);
  const conversations = useConversationList();
  const deleting = useDeletion({ shown: threads.shown, go, forget });
  const readiness = useReadiness();
  const isOnline = useOnline();
  const documents = useDocuments(typeof readiness === "object" && readiness.ready);
  const source = useSourcePane();
  const isNarrow = useMediaQuery(narrowScreen);
  const isWide = useMediaQuery(source.target === null ? wideScreen : screenForThree);
  const [asked] = useState(() => new URLSearchParams(window.location.search).get("question"));
  const [dialog, setDialog] = useState<ChatDialog>(null);
  const title = titleOf(thread, conversations.list);
  usePageTitle(title, threads.all.filter(({ isUnread }) => isUnread).length);

  const menu = useRef<HTMLButtonElement>(null);
  const cover = useCover(menu);
  const startAnew = () => {
    if (thread.opening !== "new" || thread.turns.length > 0) go({});
    else if (cover.isOpen) cover.close();
    else document.getElementById("composer")?.focus();
  };
  const list = { conversations, threads: threads.all, shown: threads.shown, onDelete: deleting.remove };
  const step = (by: number) => {
    const next = findNeighbour(conversations.list, threads, by);
    if (next !== null) go(next);
  };
  // A question in the address is for the chat that the page opened with.
  const [firstKey] = useState(thread.key);
  const isCovered = (isNarrow && source.target !== null) || (cover.isOpen && !isWide);
  return (
    <SourceOpenerContext value={source}>
      <div className="page chat-page">
        <div className="page-top" inert={isCovered}>
          <a className="skip-link" href="#composer">
            {t("skipToComposer")}
          </a>
          <PageHeader
            menu={
              !isWide && (
                <IconButton
                  ref={menu}
                  label={t("openConversations")}
                  aria-expanded={cover.isOpen}
                  onClick={cover.open}
                >
                  <MenuIcon />
                </IconButton>
              )
            }
          />
          {isOnline ? <ReadinessBanner state={readiness} /> : <OfflineBanner />}
        </div>
        <div className="chat-body">
          {isWide && (
            <Sidebar {...list} go={go} onNew={startAnew} onShortcuts={() => setDialog("shortcuts")} />
          )}
          {cover.isOpen && !isWide && (
            <ConversationCover {...list} go={go} onNew={startAnew} onClose={cover.close} />
          )}
          <ThreadView
            key={thread.key}
            page={page}
            title={title}
            documents={documents}
            asked={thread.key === firstKey ? asked : null}
            isReady={typeof readiness === "string" || readiness.ready}
            isCovered={isCovered}
          />
          <ThreadSource thread={thread} source={source} isCover={isNarrow} />
        </div>
      </div>
      <DeletionToast {...deleting} />
      <ChatDialogs
        open={dialog}
        onOpen={setDialog}
        threads={threads.all}
        go={go}
        onNewChat={startAnew}
        onStep={step}
      />
    </SourceOpenerContext>
  );
}

/** The title it was given, once the list of conversations tells it; a conversation begins with its first question. */
function titleOf(thread: Thread, list: ListState): string | null {
  const id = storedConversation(thread);
  const listed = typeof list === "string" ? [] : list.conversations;
  const given = listed.find((conversation) => conversation.id === id)?.title;
  return given ?? thread.turns[0]?.question ?? null;
}
