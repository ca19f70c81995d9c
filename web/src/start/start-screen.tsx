import { useTranslation } from "../i18n/use-translation.ts";
import { DocumentList } from "./document-list.tsx";
import { Examples } from "./examples.tsx";
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
