import { useTranslation } from "../i18n/use-translation.ts";
import { documentCounts } from "./document-counts.ts";
import { DocumentName } from "./document-name.tsx";
import type { ReadSource } from "./split-report.ts";
import { RemoveButton } from "./uploads/removal.tsx";

/** The table's rows where there is no room for its columns. */
export function DocumentCards({ read }: { readonly read: readonly ReadSource[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="document-cards">
      {read.map((source) => (
        <li key={source.id}>
          <DocumentName source={source} />
          <dl>
            {documentCounts.map(({ name, count }) => (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>{count(source).toLocaleString(i18n.language)}</dd>
              </div>
            ))}
          </dl>
          <RemoveButton id={source.id} />
        </li>
      ))}
    </ul>
  );
}
