import { useTranslation } from "../i18n/use-translation.ts";
import { documentCounts } from "./document-counts.ts";
import { DocumentName } from "./document-name.tsx";
import type { ReadSource } from "./split-report.ts";
import { RemoveButton, useIsRemovalAllowed } from "./uploads/removal.tsx";

interface DocumentTableProps {
  readonly read: readonly ReadSource[];
  readonly labelledBy: string;
}

export function DocumentTable({ read, labelledBy }: DocumentTableProps) {
  const { t, i18n } = useTranslation();
  const hasTools = useIsRemovalAllowed();
  return (
    <table className="document-table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t("document")}</th>
          {documentCounts.map(({ name }) => (
            <th key={name} scope="col" className="document-count">
              {t(name)}
            </th>
          ))}
          {hasTools && (
            <th scope="col" className="document-tools">
              <span className="visually-hidden">{t("remove")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {read.map((source) => (
          <tr key={source.id}>
            <th scope="row">
              <DocumentName source={source} />
            </th>
            {documentCounts.map(({ name, count }) => (
              <td key={name} className="document-count" data-zero={count(source) === 0 || undefined}>
                {count(source).toLocaleString(i18n.language)}
              </td>
            ))}
            {hasTools && (
              <td className="document-tools">
                <RemoveButton id={source.id} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
