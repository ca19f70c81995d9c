import { Fragment, useRef } from "react";
import type { Feedback } from "../../../server/api/conversations.ts";
import { describeDay, isSameDay } from "../conversations/describe-day.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { DownIcon } from "../page/icons.tsx";
import { ScrollRegion } from "../page/scroll-region.tsx";
import type { DocumentsState } from "../start/use-documents.ts";
import { isCompactTurn } from "./compact-turn.ts";
import { SpokenAnswer } from "./spoken-answer.tsx";
import type { Turn } from "./turn.ts";
import { TurnMessages } from "./turn-messages.tsx";
import { useFollowAnswer } from "./use-follow-answer.ts";
import { useNewestBelow } from "./use-newest-below.ts";

export interface TurnActions {
  readonly onAsk: (question: string) => void;
  readonly onAskAgain: (turn: Turn, question: string) => void;
  readonly onEdit: (turn: number | null) => void;
  readonly onRate: (turn: Turn, feedback: Feedback | null) => void;
}

interface MessageListProps {
  readonly turns: readonly Turn[];
  readonly isStreaming: boolean;
  /** The turn whose question is being edited. */
  readonly editing: number | null;
  readonly documents: DocumentsState;
  readonly actions: TurnActions;
}

/** The conversation so far, following the newest answer as it is written. */
export function MessageList({ turns, isStreaming, editing, documents, actions }: MessageListProps) {
  const { t, i18n } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  useFollowAnswer(scroller, turns);
  const isNewestBelow = useNewestBelow(scroller, turns.at(-1)?.id);
  const goToNewest = () => {
    const turn = scroller.current?.querySelector(".turn:last-child");
    turn?.scrollIntoView({ block: "start" });
    scroller.current?.focus({ preventScroll: true });
  };
  return (
    <ScrollRegion scroller={scroller} className="chat-scroll" label={t("conversation")}>
      <div className="messages">
        {turns.map((turn, index) => {
          const before = turns[index - 1];
          const beginsDay = before === undefined || !isSameDay(before.askedAt, turn.askedAt);
          return (
            <Fragment key={turn.id}>
              {beginsDay && (
                <h2 className="day">
                  <span>{describeDay(turn.askedAt, new Date(), i18n.language)}</span>
                </h2>
              )}
              <div className="turn" data-turn={turn.id}>
                <TurnMessages
                  turn={turn}
                  isCompact={!beginsDay && isCompactTurn(turn, before)}
                  isLast={index === turns.length - 1}
                  isBusy={isStreaming}
                  isEditing={turn.id === editing}
                  showsMode={isFirstQuoted(turns, index)}
                  documents={documents}
                  actions={actions}
                />
              </div>
            </Fragment>
          );
        })}
      </div>
      {isNewestBelow && (
        <div className="to-newest-place">
          <button type="button" className="to-newest" onClick={goToNewest}>
            <DownIcon />
            {t("toNewest")}
          </button>
        </div>
      )}
      <SpokenAnswer turn={turns.at(-1)} />
    </ScrollRegion>
  );
}

/** The mode is said where it begins, not under every answer. */
function isFirstQuoted(turns: readonly Turn[], index: number): boolean {
  const answers = turns
    .slice(0, index)
    .flatMap(({ reply }) => (reply.state === "answered" ? [reply.answer] : []));
  return answers.findLast(({ status }) => status === "answered")?.mode !== "extractive";
}
