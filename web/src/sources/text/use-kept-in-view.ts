import { type RefObject, useEffect } from "react";
import type { LineRange } from "../line-range.ts";
import { areLinesInView, revealLines } from "./reveal-lines.ts";

/** Keeps the lines that the reader came for in view while something opens above them and takes their room. */
export function useKeptInView(scroller: RefObject<HTMLElement | null>, lines: LineRange | null): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null || lines === null) return;
    const first = { from: lines.from, to: lines.from };
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const before = height;
      height = element.clientHeight;
      if (height >= before || !areLinesInView(element, first, before)) return;
      if (!areLinesInView(element, lines)) revealLines(element, lines);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, lines]);
}
