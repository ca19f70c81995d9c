import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useHistoryStep } from "../page/use-history-step.ts";
import type { SourceOpener, SourceTarget } from "./source-opener.ts";

export interface SourcePaneState extends SourceOpener {
  readonly close: () => void;
  /** Shows something else in the open pane; what opened it stays where the focus goes back to. */
  readonly show: (target: SourceTarget) => void;
}

/**
 * The open pane is a step in the browser's history, so that a phone's back gesture closes it. Inside another page it is
 * not: the history is that page's own.
 */
export function useSourcePane({ isHistoryStep = true } = {}): SourcePaneState {
  const [target, setTarget] = useState<SourceTarget | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const isOpen = target !== null;
  const { enter, leave: close } = useHistoryStep(
    "source",
    isOpen,
    useCallback(() => setTarget(null), []),
  );

  const open = useCallback(
    (next: SourceTarget, from: HTMLElement) => {
      opener.current = from;
      if (isHistoryStep) enter();
      setTarget(next);
    },
    [enter, isHistoryStep],
  );

  useEffect(() => {
    if (isOpen) return () => opener.current?.focus();
  }, [isOpen]);

  return useMemo(() => ({ target, open, show: setTarget, close }), [target, open, close]);
}
