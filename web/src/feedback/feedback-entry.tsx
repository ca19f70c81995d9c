import type { FeedbackItem } from "../../../server/api/conversations.ts";
import { removeMarkers } from "../answer/markers.ts";
import { describeTime } from "../documents/describe-time.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { ThumbDownIcon, ThumbUpIcon } from "../page/icons.tsx";
import { VisibleText } from "../page/visible-text.tsx";
import { CaseMaker } from "./case-maker.tsx";

/** One answer with what its reader said of it. */
export function FeedbackEntry({ item }: { readonly item: FeedbackItem }) {
  const { t, i18n } = useTranslation();
  const { answer, askedAt, feedback, history } = item;
  const lastAsked = history.findLast(({ role }) => role === "user");
  return (
    <article className="feedback-entry">
      <h2 className="feedback-question">
        <VisibleText text={answer.question} />
      </h2>
      <p className="report-note">
        <time dateTime={askedAt}>{describeTime(askedAt, i18n.language)}</time>
        {lastAsked !== undefined && (
          <>
            {" · "}
            {t("feedbackAfter", { question: lastAsked.content })}
          </>
        )}
      </p>
      {feedback !== null && (
        <p className="feedback-rating" data-rating={feedback.rating}>
          {feedback.rating === "up" ? <ThumbUpIcon /> : <ThumbDownIcon />}
          <span className="visually-hidden">
            {t(feedback.rating === "up" ? "feedbackUp" : "feedbackDown")}
          </span>
          <span>
            {feedback.reason === null ? t("feedbackNoReason") : <VisibleText text={feedback.reason} />}
          </span>
        </p>
      )}
      <details className="feedback-answer">
        <summary>{t(answer.status === "answered" ? "feedbackAnswer" : "feedbackReply")}</summary>
        <p lang={answer.language}>{removeMarkers(answer.text)}</p>
      </details>
      <CaseMaker item={item} />
    </article>
  );
}
