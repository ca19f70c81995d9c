import type { Citation } from "../../../server/api/types.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "../page/icon-button.tsx";
import { BackIcon, ForwardIcon } from "../page/icons.tsx";

interface CitationStepsProps {
  /** In the order the reader meets them. */
  readonly citations: readonly Citation[];
  /** The index of the one that is shown. */
  readonly current: number;
  readonly onStep: (citation: Citation) => void;
}

/** From one citation of an answer to the next, without going back to the answer. */
export function CitationSteps({ citations, current, onStep }: CitationStepsProps) {
  const { t } = useTranslation();
  if (citations.length < 2) return null;
  const before = citations[current - 1];
  const after = citations[current + 1];
  return (
    <fieldset className="citation-steps" aria-label={t("citationSteps")}>
      <IconButton
        label={t("citationBefore")}
        aria-disabled={before === undefined}
        onClick={() => before !== undefined && onStep(before)}
      >
        <BackIcon />
      </IconButton>
      <span className="citation-step" role="status">
        {t("citationOf", { number: current + 1, count: citations.length })}
      </span>
      <IconButton
        label={t("citationAfter")}
        aria-disabled={after === undefined}
        onClick={() => after !== undefined && onStep(after)}
      >
        <ForwardIcon />
      </IconButton>
    </fieldset>
  );
}
