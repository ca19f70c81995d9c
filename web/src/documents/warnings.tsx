import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { VisibleText } from "../page/visible-text.tsx";
import { buildSourceUrl } from "../sources/source-url.ts";
import { DocumentName } from "./document-name.tsx";
import { explainWarning } from "./explain-warning.ts";
import { ShowMore } from "./show-more.tsx";
import type { ReadSource } from "./split-report.ts";
import { useFirst } from "./use-first.ts";

const documentsAtFirst = 50;
const warningsAtFirst = 10;

/** What to know about documents that were read, each leading to the first line it is about. */
export function Warnings({ warned }: { readonly warned: readonly ReadSource[] }) {
  const { t } = useTranslation();
  const { shown, more } = useFirst(warned, documentsAtFirst);
  return (
    <section id="warnings" aria-labelledby="warnings-heading">
      <h2 id="warnings-heading" className="report-heading">
        {t("warnings")}
      </h2>
      <ul className="warned-documents">
        {shown.map((source) => (
          <li key={source.id}>
            <DocumentName source={source} />
            <DocumentWarnings source={source} />
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  );
}

function DocumentWarnings({ source }: { readonly source: ReadSource }) {
  const { shown, more } = useFirst(source.warnings, warningsAtFirst);
  return (
    <>
      <ul className="warning-list">
        {shown.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's warnings never change their order.
          <li key={index}>
            <WarningText document={source.id} warning={warning} />
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </>
  );
}

interface WarningTextProps {
  readonly document: string;
  readonly warning: ReadSource["warnings"][number];
}

function WarningText({ document, warning }: WarningTextProps) {
  const { t, i18n } = useTranslation();
  const { wording, number, detail } = explainWarning(warning);
  const place = warning.line === undefined ? null : { from: warning.line, to: warning.line };
  return (
    <>
      {wording !== null && t(wording, { number: number?.toLocaleString(i18n.language) })}
      {detail !== null && (
        <span className="server-message">
          <VisibleText text={t("serverSays", { message: detail })} />
        </span>
      )}
      {place !== null && (
        <a className="warning-line" href={buildSourceUrl(document, place)}>
          {describeLines(t, place)}
        </a>
      )}
    </>
  );
}
