import { type PointerEventHandler, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Citation } from "../../../server/api/types.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { placeTooltip } from "./place-tooltip.ts";
import { plainLine } from "./plain-line.ts";

interface CitationTooltipProps {
  readonly id: string;
  readonly citation: Citation;
  readonly anchor: HTMLElement;
  readonly handlers: {
    readonly onPointerEnter: PointerEventHandler;
    readonly onPointerLeave: PointerEventHandler;
  };
}

/** What a chip stands for: the document, the lines and their words. */
export function CitationTooltip({ id, citation, anchor, handlers }: CitationTooltipProps) {
  const { t } = useTranslation();
  const tooltip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    if (tooltip.current === null) return;
    const { offsetWidth: width, offsetHeight: height } = tooltip.current;
    const room = placeOf(anchor).getBoundingClientRect();
    setPlace(placeTooltip(anchor.getBoundingClientRect(), { width, height }, room));
  }, [anchor]);

  const lines = describeLines(t, { from: citation.startLine, to: citation.endLine });
  const quote = citation.quote.split("\n").map(plainLine).filter(Boolean).join("\n");
  const page = citation.page === null ? null : t("page", { page: citation.page });
  return createPortal(
    <div ref={tooltip} id={id} role="tooltip" className="tooltip" style={place} {...handlers}>
      <p className="tooltip-title">{citation.title}</p>
      <p className="tooltip-lines">{[lines, page].filter((part) => part !== null).join(" · ")}</p>
      <blockquote className="tooltip-quote">{quote}</blockquote>
    </div>,
    placeOf(anchor),
  );
}

/** What it may stand over: the messages, not the conversations or the source beside them. */
function placeOf(anchor: HTMLElement): HTMLElement {
  return anchor.closest("main") ?? document.body;
}
