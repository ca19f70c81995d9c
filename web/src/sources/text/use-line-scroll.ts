import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import type { LineRange } from "../line-range.ts";
import { findLoadedLine, type LoadedText } from "./document-text.ts";
import { areLinesInView, findLine, revealLines } from "./reveal-lines.ts";

interface LineScroll {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly text: LoadedText;
  readonly goal: LineRange | null;
  readonly virtualizer: Virtualizer<HTMLElement, HTMLLIElement>;
}

/** Measured heights settle within a few frames of a jump into lines that were only estimated. */
const framesToSettle = 8;
/** A reader who scrolls meanwhile is not brought back. */
const readerScrolls = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Brings each new goal into view, at once and again when its lines have been loaded and measured. */
export function useLineScroll({ scroller, text, goal, virtualizer }: LineScroll): void {
  const shownDocument = useRef<string | null>(null);
  const line = goal === null ? 0 : Math.min(goal.from, text.lineCount);
  const isLoaded = goal !== null && findLoadedLine(text, line) !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same lines are gone to again when a new goal names them.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || goal === null || line === 0) return;
    const lines = { from: line, to: Math.max(line, Math.min(goal.to, text.lineCount)) };
    const isNew = shownDocument.current !== text.id;
    shownDocument.current = text.id;
    if (!isNew && isLoaded && areLinesInView(element, lines)) return;
    virtualizer.scrollToIndex(line - 1, { align: "center" });
    if (!isLoaded) return;
    const settling = new AbortController();
    const stop = () => settling.abort();
    for (const event of readerScrolls) element.addEventListener(event, stop, { once: true, passive: true });
    let left = framesToSettle;
    const settle = () => {
      if (settling.signal.aborted || left === 0) return;
      left -= 1;
      if (findLine(element, line) !== null) revealLines(element, lines);
      else virtualizer.scrollToIndex(line - 1, { align: "center" });
      requestAnimationFrame(settle);
    };
    requestAnimationFrame(settle);
    return () => {
      stop();
      for (const event of readerScrolls) element.removeEventListener(event, stop);
    };
  }, [goal, isLoaded, text.id]);
}
