import { useTranslation } from "../i18n/use-translation.ts";
import type { ReportTotals } from "./split-report.ts";

/** How much was read; what needs a look leads to where it is listed. */
export function Totals({ totals }: { readonly totals: ReportTotals }) {
  const { t, i18n } = useTranslation();
  const format = (count: number) => count.toLocaleString(i18n.language);
  const { documents, lines, passages, furniture, refused, warnings } = totals;
  return (
    <>
      <dl className="totals">
        <Total label={t("documentsRead")} value={format(documents)} />
        <Total label={t("lines")} value={format(lines)} />
        <Total label={t("passages")} value={format(passages)} />
        <Total label={t("furniture")} value={format(furniture)} />
        <Total
          label={t("filesLeftOut")}
          value={format(refused)}
          href={refused > 0 ? "#left-out" : null}
          isUrgent={refused > 0}
        />
        <Total label={t("warnings")} value={format(warnings)} href={warnings > 0 ? "#warnings" : null} />
      </dl>
      <p className="report-note">{t("furnitureDetail")}</p>
      {refused === 0 && <p className="report-note">{t("nothingLeftOut")}</p>}
    </>
  );
}

interface TotalProps {
  readonly label: string;
  readonly value: string;
  readonly href?: string | null;
  readonly isUrgent?: boolean;
}

function Total({ label, value, href = null, isUrgent = false }: TotalProps) {
  return (
    <div className="total" data-urgent={isUrgent || undefined}>
      <dt>{label}</dt>
      <dd>
        {href === null ? (
          value
        ) : (
          <a href={href} aria-label={`${value} ${label}`}>
            {value}
          </a>
        )}
      </dd>
    </div>
  );
}
