import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SourceOpener, SourceTarget } from "./source-opener.ts";

export interface SourcePaneState extends SourceOpener {
  readonly close: () => void;
}

/** The open pane is a step in the browser's history, so that a phone's back gesture closes it. */
export function useSourcePane(): SourcePaneState {
  const [target, setTarget] = useState<SourceTarget | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const isOpen = target !== null;

  const open = useCallback(
    (next: SourceTarget, from: HTMLElement) => {
      opener.current = from;
      if (!isOpen) window.history.pushState({ isSourceOpen: true }, "");
      setTarget(next);
    },
    [isOpen],
  );

  useEffect(() => {
    if (!isOpen) return;
    const handlePop = () => setTarget(null);
    window.addEventListener("popstate", handlePop);
    return () => {
      window.removeEventListener("popstate", handlePop);
      opener.current?.focus();
    };
  }, [isOpen]);

  const close = useCallback(() => {
    if (isOpen) window.history.back();
  }, [isOpen]);

  return useMemo(() => ({ target, open, close }), [target, open, close]);
}
