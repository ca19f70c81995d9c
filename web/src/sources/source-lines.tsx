import { useRef } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { ScrollRegion } from "../page/scroll-region.tsx";
import type { LineRange } from "./line-range.ts";
import { LoadLines } from "./load-lines.tsx";
import { SourceLine } from "./source-line.tsx";
import { loadedLines, type SourceText } from "./source-text.ts";
import { useLineScroll } from "./use-line-scroll.ts";

interface SourceLinesProps {
  readonly text: SourceText;
  readonly cited: LineRange | null;
  readonly loadEarlier: () => void;
  readonly loadLater: () => void;
  /** Where given, the line numbers are links that pick the lines to cite. */
  readonly onPick?: (line: number, isExtended: boolean) => void;
}

/** A document's text line by line, scrolled to the cited lines with what surrounds them. */
export function SourceLines({ text, cited, loadEarlier, loadLater, onPick }: SourceLinesProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const { from, to } = loadedLines(text);
  useLineScroll(scroller, text, cited);

  return (
    <ScrollRegion
      scroller={scroller}
      className="source-scroll"
      label={t("sourceLines", { title: text.title })}
    >
      {cited !== null && cited.from > text.lineCount && (
        <p className="source-notice">{t("linesMissing", { lineCount: text.lineCount })}</p>
      )}
      {from > 1 && <LoadLines key={from} label={t("earlierLines")} onLoad={loadEarlier} />}
      <ol className="source-lines" lang={text.language}>
        {text.lines.map((line, index) => (
          <SourceLine
            key={line.number}
            line={line}
            isCited={cited !== null && line.number >= cited.from && line.number <= cited.to}
            startsPage={line.page !== null && line.page !== text.lines[index - 1]?.page}
            onPick={onPick}
          />
        ))}
      </ol>
      {to < text.lineCount && <LoadLines key={to} label={t("laterLines")} onLoad={loadLater} />}
      {to >= text.lineCount && <p className="source-end">{t("endOfDocument")}</p>}
    </ScrollRegion>
  );
}
