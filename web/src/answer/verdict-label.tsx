import { useState } from "react";
import type { AnswerSentence, Verdict } from "../../../server/api/types.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { WarningIcon } from "../page/icons.tsx";
import { removeMarkers } from "./markers.ts";

/** Says in words why a sentence is marked, and when pressed what that means; colour alone would not. */
export function VerdictLabel({ verdict }: { readonly verdict: Exclude<Verdict, "supported"> }) {
  const { t } = useTranslation();
  const [isExplained, setExplained] = useState(false);
  const isPartial = verdict === "partial";
  return (
    <>
      <button
        type="button"
        className="verdict-label"
        data-verdict={verdict}
        aria-expanded={isExplained}
        onClick={() => setExplained(!isExplained)}
      >
        <WarningIcon />
        {t(isPartial ? "partialLabel" : "unsupportedLabel")}
      </button>
      {isExplained && <span className="verdict-why">{t(isPartial ? "partialWhy" : "unsupportedWhy")}</span>}
    </>
  );
}

/** Doubtful sentences that could not be found in the text, so that none goes unmarked. */
export function UnplacedSentences({ sentences }: { readonly sentences: readonly AnswerSentence[] }) {
  const { t } = useTranslation();
  return (
    <div className="unplaced">
      <p>{t("unplacedSentences")}</p>
      <ul>
        {sentences.map(({ text, verdict }) => (
          <li key={text}>
            {removeMarkers(text)} {verdict !== "supported" && <VerdictLabel verdict={verdict} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
