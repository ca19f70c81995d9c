import { useId } from "react";
import type { Answer } from "../../../../server/api/types.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { buildExamples } from "../../start/build-examples.ts";
import { useFollowUps } from "./use-follow-ups.ts";

interface FollowUpsProps {
  readonly answer: Answer;
  readonly onAsk: (question: string) => void;
}

/** Questions to go on with, to be asked by pressing them. */
export function FollowUps({ answer, onAsk }: FollowUpsProps) {
  const { t, i18n } = useTranslation();
  const headingId = useId();
  const topics = useFollowUps(answer, i18n.language);
  if (topics.length === 0) return null;
  return (
    <section className="follow-ups" aria-labelledby={headingId}>
      <h3 id={headingId} className="follow-ups-heading">
        {t("followUps")}
      </h3>
      <ul>
        {buildExamples(topics, i18n.language).map(({ wording, topic }) => {
          const question = t(wording, { topic });
          return (
            <li key={wording}>
              <button type="button" className="follow-up" onClick={() => onAsk(question)}>
                {question}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
