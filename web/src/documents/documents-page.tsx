import { useTranslation } from "../i18n/use-translation.ts";
import { AskLink } from "../page/ask-link.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { usePageTitle } from "../page/use-page-title.ts";
import { ReadinessBanner } from "../readiness/readiness-banner.tsx";
import { useReadiness } from "../readiness/use-readiness.ts";
import { Report } from "./report.tsx";
import { ReportStatus } from "./report-status.tsx";
import { RemovalProvider } from "./uploads/removal.tsx";
import { UploadArea } from "./uploads/upload-area.tsx";
import { useUploadState } from "./uploads/use-upload-state.ts";
import { useIngestReport } from "./use-ingest-report.ts";

/** For whoever keeps the documents: what was read, what was not, and why. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const readiness = useReadiness();
  const { shown, reload } = useIngestReport(readiness);
  const { state: uploads, markChanged } = useUploadState(reload);
  usePageTitle(t("documents"));
  return (
    <div className="documents-page">
      <PageHeader current="documents">
        <AskLink />
      </PageHeader>
      <ReadinessBanner state={readiness} />
      <main className="report">
        <h1 className="report-title">{t("documents")}</h1>
        <p className="report-detail">
          {t("reportDetail")} <a href="/feedback">{t("feedbackTitle")}</a>
        </p>
        {uploads.allowed && <UploadArea ingest={uploads.ingest} onStored={markChanged} />}
        {shown.state === "open" ? (
          <RemovalProvider isAllowed={uploads.allowed} onRemoved={markChanged}>
            <Report report={shown.report} />
          </RemovalProvider>
        ) : (
          <ReportStatus shown={shown} onRetry={reload} />
        )}
      </main>
    </div>
  );
}
