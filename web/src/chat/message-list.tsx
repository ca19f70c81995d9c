import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ScrollRegion } from "../page/scroll-region.tsx";
import { TurnContext } from "../sources/source-opener.ts";
import { Message } from "./message.tsx";
import { ReplyBody } from "./reply-body.tsx";
import { SpokenAnswer } from "./spoken-answer.tsx";
import type { Turn } from "./turn.ts";
import { useFollowAnswer } from "./use-follow-answer.ts";

interface MessageListProps {
  readonly turns: readonly Turn[];
  readonly isStreaming: boolean;
  readonly onRetry: (turn: Turn) => void;
}

/** The conversation so far, following the newest answer as it is written. */
export function MessageList({ turns, isStreaming, onRetry }: MessageListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  useFollowAnswer(scroller, turns);
  useEffect(() => {
    // An example that was pressed is gone, and the focus with it.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);
  return (
    <ScrollRegion scroller={scroller} className="chat-scroll" label={t("conversation")}>
      <div className="messages">
        {turns.map((turn, index) => (
          <div key={turn.id} className="turn" data-turn={turn.id}>
            <Message author="reader" time={turn.askedAt}>
              <p className="question">{turn.question}</p>
            </Message>
            <Message author="product" time={turn.askedAt}>
              <TurnContext value={turn.id}>
                <ReplyBody
                  reply={turn.reply}
                  showsMode={isFirstQuoted(turns, index)}
                  onRetry={isStreaming ? null : () => onRetry(turn)}
                />
              </TurnContext>
            </Message>
          </div>
        ))}
      </div>
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
