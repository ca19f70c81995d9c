import type { DocumentListItem } from "../../../server/api/documents.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { DocumentIcon } from "../page/icons.tsx";
import { buildSourceUrl } from "../sources/source-url.ts";

/** Every document that answers come from, each linked to its text. */
export function DocumentList({ documents }: { readonly documents: readonly DocumentListItem[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="documents-heading">
      <div className="start-heading document-list-top">
        <h2 id="documents-heading">
          {t("documents")} <span className="start-count">{documents.length}</span>
        </h2>
        <a href="/documents">{t("documentsReport")}</a>
      </div>
      <ul className="document-list">
        {documents.map((document) => (
          <li key={document.id}>
            <a className="document-link" href={buildSourceUrl(document.id)}>
              <DocumentIcon />
              <span className="document-title" lang={document.language}>
                {document.title}
              </span>
              <DocumentFacts document={document} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DocumentFacts({ document }: { readonly document: DocumentListItem }) {
  const { t, i18n } = useTranslation();
  const lineCount = document.lineCount.toLocaleString(i18n.language);
  const facts = [document.organisation, document.year, t("documentLineCount", { lineCount })];
  return <span className="document-facts">{facts.filter((fact) => fact !== null).join(" · ")}</span>;
}
