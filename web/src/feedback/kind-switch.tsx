import type { FeedbackKind, FeedbackList } from "../../../server/api/conversations.ts";
import { useTranslation } from "../i18n/use-translation.ts";

interface KindSwitchProps {
  readonly kind: FeedbackKind;
  /** Null until they are known. */
  readonly counts: FeedbackList["counts"] | null;
  readonly onChoose: (kind: FeedbackKind) => void;
}

const kinds = [
  ["down", "feedbackDown"],
  ["up", "feedbackUp"],
  ["unanswered", "feedbackUnanswered"],
] as const;

export function KindSwitch({ kind, counts, onChoose }: KindSwitchProps) {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="language-switch kind-switch">
      <legend className="visually-hidden">{t("feedbackShown")}</legend>
      {kinds.map(([choice, wording]) => (
        <label key={choice} className="language-choice">
          <input
            type="radio"
            name="kind"
            value={choice}
            checked={choice === kind}
            onChange={() => onChoose(choice)}
          />
          {t(wording)}
          {counts !== null && (
            <span className="report-count"> {counts[choice].toLocaleString(i18n.language)}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
