import type { DocumentListItem } from "../../../server/api/documents.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { mostExamples } from "./build-examples.ts";
import { useExamples } from "./use-examples.ts";

interface ExamplesProps {
  readonly documents: readonly DocumentListItem[];
  readonly onAsk: (question: string) => void;
}

/** Questions that the documents answer, to be asked by pressing them. */
export function Examples({ documents, onAsk }: ExamplesProps) {
  const { t, i18n } = useTranslation();
  const examples = useExamples(documents, i18n.language);
  return (
    <section aria-labelledby="examples-heading" aria-busy={examples === null}>
      <h2 id="examples-heading" className="start-heading">
        {t("exampleQuestions")}
      </h2>
      {examples === null ? (
        <ExamplePlaces />
      ) : (
        <ul className="examples">
          {examples.map(({ wording, topic }) => {
            const question = t(wording, { topic });
            return (
              <li key={wording}>
                <button type="button" className="example" onClick={() => onAsk(question)}>
                  {question}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Holds the room, so that what stands below does not move under the reader's finger. */
function ExamplePlaces() {
  return (
    <div className="examples" aria-hidden="true">
      {Array.from({ length: mostExamples }, (_, place) => place).map((place) => (
        <div key={place} className="example">
          {"\u00a0"}
        </div>
      ))}
    </div>
  );
}
