import { useTranslation } from "react-i18next";
import type { DocumentListItem, Language } from "../../../server/api/types.ts";
import { buildExamples } from "./build-examples.ts";
import { DocumentList } from "./document-list.tsx";
import type { DocumentsState } from "./use-documents.ts";

interface StartScreenProps {
  readonly documents: DocumentsState;
  readonly onAsk: (question: string) => void;
}

/** What a reader sees before the first question: what can be asked, and of which documents. */
export function StartScreen({ documents, onAsk }: StartScreenProps) {
  const { t } = useTranslation();
  const isListed = typeof documents === "object" && documents.length > 0;
  return (
    <div className="start">
      <h1 className="start-greeting">{t("greeting")}</h1>
      <p className="start-detail">{t("greetingDetail")}</p>
      {documents === "unavailable" && <p className="start-note">{t("documentsUnavailable")}</p>}
      {isListed && <Examples documents={documents} onAsk={onAsk} />}
      {isListed && <DocumentList documents={documents} />}
    </div>
  );
}

interface ExamplesProps {
  readonly documents: readonly DocumentListItem[];
  readonly onAsk: (question: string) => void;
}

function Examples({ documents, onAsk }: ExamplesProps) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="examples-heading">
      <h2 id="examples-heading" className="start-heading">
        {t("exampleQuestions")}
      </h2>
      <ul className="examples">
        {buildExamples(documents, i18n.language as Language).map(({ wording, title }) => {
          const question = t(wording, { title });
          return (
            <li key={wording}>
              <button type="button" className="example" onClick={() => onAsk(question)}>
                {question}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
