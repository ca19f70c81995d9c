import { useTranslation } from "../i18n/use-translation.ts";
import type { ReportState } from "./use-ingest-report.ts";

interface ReportStatusProps {
  readonly shown: Exclude<ReportState, { state: "open" }>;
  readonly onRetry: () => void;
}

/** What stands where the report will be, or would have been. */
export function ReportStatus({ shown, onRetry }: ReportStatusProps) {
  const { t } = useTranslation();
  if (shown.state !== "failed") {
    return (
      <p className="report-status" role="status">
        {t(shown.state === "loading" ? "reportLoading" : "reportNone")}
      </p>
    );
  }
  const isUnreachable = shown.problem?.code === "unreachable";
  return (
    <div className="report-status" role="alert">
      <p>{t(isUnreachable ? "serverUnreachable" : "reportFailed")}</p>
      <button type="button" className="header-button" onClick={onRetry}>
        {t("retry")}
      </button>
    </div>
  );
}
