import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../../../server/api/types.ts";
import { ProblemError } from "../api/problem.ts";
import { isWithin, type LineRange } from "./line-range.ts";
import { addEarlierLines, addLaterLines, loadedLines, openText, type SourceText } from "./source-text.ts";

export type SourceState =
  | { readonly state: "loading" }
  | { readonly state: "open"; readonly text: SourceText }
  | { readonly state: "failed"; readonly problem: Problem | null };

type Extend = (text: SourceText) => Promise<SourceText>;

/** The document's lines around the target, and the ways to load more of them. */
export function useSourceText(document: string, target: LineRange | null) {
  const [source, setSource] = useState<SourceState>({ state: "loading" });
  const text = source.state === "open" && source.text.id === document ? source.text : null;
  const isLoaded = text !== null && (target === null || isWithin(firstLine(target, text), loadedLines(text)));
  const { from, to } = target ?? { from: null, to: null };

  useEffect(() => {
    if (isLoaded) return;
    const controller = new AbortController();
    setSource({ state: "loading" });
    openText(document, from === null ? null : { from, to }, controller.signal)
      .then((opened): SourceState => ({ state: "open", text: opened }))
      .catch(describeFailure)
      .then((next) => {
        if (!controller.signal.aborted) setSource(next);
      });
    return () => controller.abort();
  }, [isLoaded, document, from, to]);

  const isExtending = useRef(false);
  const extend = useCallback(
    async (add: Extend) => {
      if (text === null || isExtending.current) return;
      isExtending.current = true;
      const extended = await add(text).catch(() => text);
      isExtending.current = false;
      setSource((latest) =>
        latest.state === "open" && latest.text === text ? { state: "open", text: extended } : latest,
      );
    },
    [text],
  );
  const loadEarlier = useCallback(() => extend(addEarlierLines), [extend]);
  const loadLater = useCallback(() => extend(addLaterLines), [extend]);

  return { source, loadEarlier, loadLater };
}

/** A target past the end counts as loaded with the last line, or it would be asked for without end. */
function firstLine(target: LineRange, { lineCount }: SourceText): LineRange {
  const line = Math.min(target.from, Math.max(1, lineCount));
  return { from: line, to: line };
}

function describeFailure(error: unknown): SourceState {
  return { state: "failed", problem: error instanceof ProblemError ? error.problem : null };
}
