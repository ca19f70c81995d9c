import type { en } from "../i18n/en.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { WarningIcon } from "../page/icons.tsx";
import type { Reply } from "./turn.ts";

interface BrokenReplyProps {
  readonly reply: Extract<Reply, { state: "stopped" | "interrupted" | "failed" }>;
  readonly onRetry: (() => void) | null;
}

/** Why an answer is not whole, and the way to ask again. */
export function BrokenReply({ reply, onRetry }: BrokenReplyProps) {
  const { t } = useTranslation();
  return (
    <div
      className="broken-reply"
      data-state={reply.state}
      role={reply.state === "stopped" ? "status" : "alert"}
    >
      <WarningIcon />
      <div className="broken-words">
        {reply.state === "stopped" && <p>{t("answerStopped")}</p>}
        {reply.state === "interrupted" && <p>{t("answerInterrupted")}</p>}
        {reply.state === "failed" && <FailureWords title={reply.problem.title} code={reply.problem.code} />}
      </div>
      {onRetry !== null && (
        <button type="button" className="retry" onClick={onRetry}>
          {t("retry")}
        </button>
      )}
    </div>
  );
}

function FailureWords({ title, code }: { readonly title: string; readonly code: string }) {
  const { t } = useTranslation();
  if (code === "unreachable") return <p>{t("serverUnreachable")}</p>;
  const advice = adviceWordings[code];
  return (
    <>
      <p>{t("answerFailed")}</p>
      <p className="broken-detail">{advice === undefined ? title : t(advice)}</p>
    </>
  );
}

/** What to do about a problem, by its code; the server's own words are in English. */
const adviceWordings: Readonly<Record<string, keyof typeof en>> = {
  answer_failed: "problemAnswerFailed",
  answer_stopped: "answerStopped",
  answers_too_many: "problemAnswersTooMany",
  conversation_unknown: "problemConversationUnknown",
  document_unknown: "problemDocumentUnknown",
  internal: "problemAnswerFailed",
  not_ready: "problemNotReady",
  question_too_long: "problemQuestionTooLong",
  rate_limited: "problemRateLimited",
  shutting_down: "problemShuttingDown",
  tokens_spent: "problemTokensSpent",
};
