import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { LineRange } from "../line-range.ts";
import { DocumentText, type SourceState } from "./document-text.ts";

export interface OpenedText {
  readonly source: SourceState;
  /** Asks for lines to be loaded, those that are seen. */
  readonly want: (lines: LineRange) => void;
}

/** Lines that fly past are not asked for one after another. */
const betweenRequestsInMs = 80;

/** A document's lines, first those around the target. */
export function useDocumentText(document: string, target: LineRange | null): OpenedText {
  const text = useMemo(() => new DocumentText(document), [document]);
  const firstLine = useRef(1);
  firstLine.current = target?.from ?? 1;
  useEffect(() => {
    void text.open(firstLine.current);
    return () => text.stop();
  }, [text]);
  const source = useSyncExternalStore(text.subscribe, text.getSource);

  const last = useRef({ askedAt: 0, timer: 0 });
  const want = useCallback(
    (lines: LineRange) => {
      window.clearTimeout(last.current.timer);
      const ask = () => {
        last.current.askedAt = performance.now();
        text.want(lines);
      };
      const wait = last.current.askedAt + betweenRequestsInMs - performance.now();
      if (wait <= 0) ask();
      else last.current.timer = window.setTimeout(ask, wait);
    },
    [text],
  );
  return { source, want };
}
