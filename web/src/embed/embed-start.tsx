import { useTranslation } from "../i18n/use-translation.ts";
import { Examples } from "../start/examples.tsx";
import type { DocumentsState } from "../start/use-documents.ts";
import type { EmbedOptions } from "./embed-options.ts";

interface EmbedStartProps {
  readonly options: EmbedOptions;
  readonly documents: DocumentsState;
  readonly onAsk: (question: string) => void;
}

/** What stands before the first question: the greeting and questions of the page around the chat, or our own. */
export function EmbedStart({ options: { greeting, questions }, documents, onAsk }: EmbedStartProps) {
  const { t } = useTranslation();
  return (
    <div className="start">
      <h1 className="start-greeting">{greeting || t("greeting")}</h1>
      <p className="start-detail">{t("greetingDetail")}</p>
      {questions.length > 0 ? (
        <Questions questions={questions} onAsk={onAsk} />
      ) : (
        typeof documents === "object" &&
        documents.length > 0 && <Examples documents={documents} onAsk={onAsk} />
      )}
    </div>
  );
}

interface QuestionsProps {
  readonly questions: readonly string[];
  readonly onAsk: (question: string) => void;
}

function Questions({ questions, onAsk }: QuestionsProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="examples-heading">
      <h2 id="examples-heading" className="start-heading">
        {t("exampleQuestions")}
      </h2>
      <ul className="examples">
        {questions.map((question) => (
          <li key={question}>
            <button type="button" className="example" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
