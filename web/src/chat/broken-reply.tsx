import { useTranslation } from "react-i18next";
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
  return (
    <>
      <p>{t("answerFailed")}</p>
      <p className="broken-detail">{title}</p>
    </>
  );
}
