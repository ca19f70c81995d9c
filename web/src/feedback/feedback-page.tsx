import { useState } from "react";
import type { FeedbackKind } from "../../../server/api/conversations.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { AskLink } from "../page/ask-link.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { usePageTitle } from "../page/use-page-title.ts";
import { FeedbackEntry } from "./feedback-entry.tsx";
import { KindSwitch } from "./kind-switch.tsx";
import { type FeedbackState, useFeedback } from "./use-feedback.ts";

/** For whoever answers for quality: what readers said of answers, and what they asked in vain. */
export function FeedbackPage() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<FeedbackKind>("down");
  const { feedback, loadMore, retry } = useFeedback(kind);
  usePageTitle(t("feedbackTitle"));
  const isOff = feedback.state === "failed" && feedback.problem?.code === "keeper_pages_off";
  return (
    <div className="documents-page">
      <PageHeader>
        <AskLink />
      </PageHeader>
      <main className="report">
        <h1 className="report-title">{t("feedbackTitle")}</h1>
        <p className="report-detail">{t(isOff ? "feedbackOff" : "feedbackDetail")}</p>
        {!isOff && (
          <>
            <KindSwitch
              kind={kind}
              counts={feedback.state === "open" ? feedback.list.counts : null}
              onChoose={setKind}
            />
            <FeedbackEntries feedback={feedback} onMore={loadMore} onRetry={retry} />
          </>
        )}
      </main>
    </div>
  );
}

interface FeedbackEntriesProps {
  readonly feedback: FeedbackState;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}

function FeedbackEntries({ feedback, onMore, onRetry }: FeedbackEntriesProps) {
  const { t } = useTranslation();
  if (feedback.state === "failed") {
    return (
      <div className="report-status" role="alert">
        <p>{t(feedback.problem?.code === "unreachable" ? "serverUnreachable" : "feedbackFailed")}</p>
        <button type="button" className="header-button" onClick={onRetry}>
          {t("retry")}
        </button>
      </div>
    );
  }
  if (feedback.state === "loading" || feedback.list.items.length === 0) {
    return (
      <p className="report-status" role="status">
        {t(feedback.state === "loading" ? "feedbackLoading" : "feedbackNone")}
      </p>
    );
  }
  const { items, next } = feedback.list;
  return (
    <>
      <ol className="feedback-list">
        {items.map((item) => (
          <li key={item.answer.id}>
            <FeedbackEntry item={item} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <button type="button" className="show-more" onClick={onMore}>
          {t("feedbackMore")}
        </button>
      )}
    </>
  );
}
