import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, type RefObject, useEffect } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import { ScrollRegion } from "../../page/scroll-region.tsx";
import type { Highlight, Highlights } from "../find/highlights.ts";
import { isWithin, type LineRange } from "../line-range.ts";
import { findLoadedLine, type LoadedText } from "./document-text.ts";
import { findLine } from "./reveal-lines.ts";
import { type PickLine, SourceLine } from "./source-line.tsx";
import { useEndKey } from "./use-end-key.ts";
import { useKeptInView } from "./use-kept-in-view.ts";
import { useLineScroll } from "./use-line-scroll.ts";

interface SourceLinesProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly text: LoadedText;
  readonly want: (lines: LineRange) => void;
  readonly cited: LineRange | null;
  readonly picked: LineRange | null;
  readonly highlights: Highlights;
  /** The lines to bring into view; a new object brings them again. */
  readonly goal: LineRange | null;
  readonly onPick: PickLine;
  readonly onSee: (lines: LineRange) => void;
}

/** One line of text, about; each is measured once it is drawn. */
const estimatedHeightInPixels = 26;
const linesBeyondView = 20;

/** A document's text line by line; of a long one only the lines in view, and some around them, are in the page. */
export const SourceLines = memo(function SourceLines(props: SourceLinesProps) {
  const { scroller, text, want, cited, picked, highlights, goal, onPick, onSee } = props;
  const { t } = useTranslation();
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: text.lineCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeightInPixels,
    overscan: linesBeyondView,
    paddingStart: 12,
  });
  // Text that comes in above the view, or turns out taller than estimated there, does not move what is being read.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ start }) =>
    start < (virtualizer.scrollOffset ?? 0);
  const rows = virtualizer.getVirtualItems();
  useLineScroll({ scroller, text, goal, virtualizer });
  useKeptInView(scroller, goal);
  useEndKey(scroller, virtualizer);

  const first = (virtualizer.range?.startIndex ?? 0) + 1;
  const last = (virtualizer.range?.endIndex ?? 0) + 1;
  useEffect(() => want({ from: first, to: last }), [want, first, last]);
  useEffect(() => onSee({ from: first, to: last }), [onSee, first, last]);

  const chosen = (picked ?? cited)?.to ?? 0;
  const tabStop = rows.some(({ index }) => index + 1 === chosen) ? chosen : first;
  const handleKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const focused = (event.target as HTMLElement).closest<HTMLElement>("a.line-number");
    if (by === undefined || focused === null || scroller.current === null) return;
    const next = Number(focused.parentElement?.dataset.line) + by;
    const number = findLine(scroller.current, next)?.querySelector<HTMLElement>("a.line-number");
    if (!number) return;
    event.preventDefault();
    number.focus();
    if (event.shiftKey) onPick(next, true);
  };

  return (
    <ScrollRegion
      scroller={scroller}
      className="source-scroll"
      label={t("sourceLines", { title: text.title })}
    >
      {cited !== null && cited.from > text.lineCount && (
        <p className="source-notice">{t("linesMissing", { lineCount: text.lineCount })}</p>
      )}
      {text.isBroken && (
        <p className="source-notice" role="alert">
          {t("linesNotLoaded")}{" "}
          <button type="button" className="link-button" onClick={() => want({ from: first, to: last })}>
            {t("retry")}
          </button>
        </p>
      )}
      <div className="source-room" style={{ height: virtualizer.getTotalSize() }}>
        <ol
          className="source-lines"
          onKeyDown={handleKey}
          lang={text.language}
          style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}
        >
          {rows.map(({ index }) => {
            const number = index + 1;
            const line = findLoadedLine(text, number);
            return (
              <SourceLine
                key={number}
                number={number}
                lineCount={text.lineCount}
                line={line}
                isCited={isWithin(number, cited)}
                isPicked={isWithin(number, picked)}
                startsPage={startsPage(text, number)}
                highlights={highlights.get(number) ?? noHighlights}
                isTabStop={number === tabStop}
                onPick={onPick}
                // What only stands in for a line in passing is not measured: each measure reckons all lines below anew.
                measure={line === undefined ? null : virtualizer.measureElement}
              />
            );
          })}
        </ol>
      </div>
      <p className="source-end">{t("endOfDocument")}</p>
    </ScrollRegion>
  );
});

const noHighlights: readonly Highlight[] = [];

/** Unknown, and so not marked, while the line before has not been loaded. */
function startsPage(text: LoadedText, number: number): boolean {
  const page = findLoadedLine(text, number)?.page ?? null;
  if (page === null) return false;
  if (number === 1) return true;
  const before = findLoadedLine(text, number - 1);
  return before !== undefined && before.page !== page;
}
