import { type RefObject, useLayoutEffect, useRef } from "react";
import type { LineRange } from "./line-range.ts";
import { areLinesInView, findLine, revealLines } from "./reveal-lines.ts";
import { loadedLines, type SourceText } from "./source-text.ts";

/** Keeps the cited lines in view when they change, and the text in place when lines are added above it. */
export function useLineScroll(
  scroller: RefObject<HTMLElement | null>,
  text: SourceText,
  cited: LineRange | null,
): void {
  const shownDocument = useRef<string | null>(null);
  const { from, to } = cited ?? { from: 0, to: 0 };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const isNew = shownDocument.current !== text.id;
    shownDocument.current = text.id;
    if (from > 0 && (isNew || !areLinesInView(element, { from, to }))) revealLines(element, { from, to });
  }, [scroller, text.id, from, to]);

  const firstLine = loadedLines(text).from;
  const anchor = useRef({ line: firstLine, top: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const shifted = findLine(element, anchor.current.line)?.offsetTop ?? anchor.current.top;
    if (firstLine < anchor.current.line) element.scrollTop += shifted - anchor.current.top;
    anchor.current = { line: firstLine, top: findLine(element, firstLine)?.offsetTop ?? 0 };
  }, [scroller, firstLine]);
}
