import { useState } from "react";
import type { Feedback } from "../../../../server/api/conversations.ts";
import type { Answer } from "../../../../server/api/types.ts";
import { rateAnswer } from "../../api/answers.ts";
import { describeLines } from "../../i18n/describe-lines.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { CopyIcon, RetryIcon, ThumbDownIcon, ThumbUpIcon } from "../../page/icons.tsx";
import { ActionButton } from "./action-button.tsx";
import { citeAnswer } from "./cite-answer.ts";
import { copyText } from "./copy-text.ts";
import { ReasonForm } from "./reason-form.tsx";
import { useSaid } from "./use-said.ts";

interface AnswerActionsProps {
  readonly answer: Answer;
  readonly feedback: Feedback | null;
  readonly onAskAgain: (() => void) | null;
  readonly onRate: (feedback: Feedback | null) => void;
}

/** What can be done with an answer. */
export function AnswerActions({ answer, feedback, onAskAgain, onRate }: AnswerActionsProps) {
  const { t } = useTranslation();
  const { said, say } = useSaid();
  const [isExplaining, setExplaining] = useState(false);
  const rating = feedback?.rating;

  const copy = async () => {
    const text = citeAnswer(answer, {
      heading: t("copiedSources"),
      describe: (lines) => describeLines(t, lines),
      origin: window.location.origin,
    });
    say((await copyText(text)) ? t("copied") : t("copyFailed"));
  };
  const rate = async (next: Feedback | null) => {
    onRate(next);
    try {
      await rateAnswer(answer.id, next);
      if (next !== null) say(t("rateThanks"));
    } catch {
      onRate(feedback);
      setExplaining(false);
      say(t("rateFailed"));
    }
  };
  const toggle = (pressed: Feedback["rating"]) => {
    const isTakenBack = pressed === rating;
    setExplaining(pressed === "down" && !isTakenBack);
    void rate(isTakenBack ? null : { rating: pressed, reason: null });
  };
  return (
    <>
      <fieldset className="actions" aria-label={t("messageActions")}>
        <ActionButton label={t("copyAnswer")} icon={<CopyIcon />} onPress={() => void copy()} />
        <ActionButton label={t("askAgain")} icon={<RetryIcon />} onPress={onAskAgain} />
        <ActionButton
          label={t("rateUp")}
          icon={<ThumbUpIcon />}
          isPressed={rating === "up"}
          onPress={() => toggle("up")}
        />
        <ActionButton
          label={t("rateDown")}
          icon={<ThumbDownIcon />}
          isPressed={rating === "down"}
          isExpanded={isExplaining}
          onPress={() => toggle("down")}
        />
        <span role="status" className="said">
          {said}
        </span>
      </fieldset>
      {isExplaining && (
        <ReasonForm
          onSend={(reason) => {
            setExplaining(false);
            void rate({ rating: "down", reason });
          }}
          onClose={() => setExplaining(false)}
        />
      )}
    </>
  );
}
