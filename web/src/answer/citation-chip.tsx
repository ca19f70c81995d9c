import { type MouseEvent, useId, useRef } from "react";
import type { Citation } from "../../../server/api/types.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { isSameTarget, useSourceOpener } from "../sources/source-opener.ts";
import { CitationTooltip } from "./citation-tooltip.tsx";
import { useTooltip } from "./use-tooltip.ts";

interface CitationChipProps {
  readonly citation: Citation;
  /** The citation's number as the reader sees it. */
  readonly number: number;
}

/** A marker in an answer: shows its quote when pointed at, its place in the document when pressed. */
export function CitationChip({ citation, number }: CitationChipProps) {
  const { t } = useTranslation();
  const { target, open } = useSourceOpener();
  const chip = useRef<HTMLButtonElement>(null);
  const tooltipId = useId();
  const { isShown, hide, chipHandlers, tooltipHandlers } = useTooltip();

  const { document, title, startLine, endLine, quote } = citation;
  const cited = { document, title, from: startLine, to: endLine, quote };
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    hide();
    open(cited, event.currentTarget);
  };
  return (
    <>
      <button
        ref={chip}
        type="button"
        className="chip"
        aria-label={t("citation", { number, title, lines: describeLines(t, cited) })}
        aria-haspopup="dialog"
        aria-expanded={isSameTarget(target, cited)}
        aria-describedby={isShown ? tooltipId : undefined}
        onClick={handleClick}
        {...chipHandlers}
      >
        {number}
      </button>
      {isShown && chip.current !== null && (
        <CitationTooltip
          id={tooltipId}
          citation={citation}
          anchor={chip.current}
          handlers={tooltipHandlers}
        />
      )}
    </>
  );
}
