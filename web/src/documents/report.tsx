import { useEffect, useMemo } from "react";
import type { IngestReport } from "../../../server/api/documents.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { describeDuration, describeTime } from "./describe-time.ts";
import { DocumentsRead } from "./documents-read.tsx";
import { FilesLeftOut } from "./files-left-out.tsx";
import { splitReport } from "./split-report.ts";
import { Totals } from "./totals.tsx";
import { Warnings } from "./warnings.tsx";

/** The whole of one ingest: how much, what was left out, what was read, what to look at. */
export function Report({ report }: { readonly report: IngestReport }) {
  const { t, i18n } = useTranslation();
  const { read, refused, warned, totals } = useMemo(() => splitReport(report), [report]);
  // The browser looks for the address's section before the report has come.
  useEffect(() => {
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  const time = describeTime(report.createdAt, i18n.language);
  const duration = describeDuration(report.tookMs, i18n.language);
  return (
    <>
      <p className="report-built">{t("reportBuilt", { time, duration })}</p>
      {report.sources.length === 0 && <p className="report-status">{t("reportNoFiles")}</p>}
      {report.sources.length > 0 && <Totals totals={totals} />}
      {refused.length > 0 && <FilesLeftOut refused={refused} />}
      {read.length > 0 && <DocumentsRead read={read} />}
      {warned.length > 0 && <Warnings warned={warned} />}
    </>
  );
}
