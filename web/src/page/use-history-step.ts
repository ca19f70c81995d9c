import { useCallback, useEffect } from "react";

/** What opens over the chat or beside it. */
type Step = "source" | "conversations";

interface HistoryStep {
  readonly enter: () => void;
  readonly leave: () => void;
}

/** Something opened as a step in the browser's history, so that a phone's back gesture closes it. */
export function useHistoryStep(step: Step, isOpen: boolean, onLeft: () => void): HistoryStep {
  useEffect(() => {
    if (!isOpen) return;
    const handlePop = () => {
      if (!openSteps().includes(step)) onLeft();
    };
    window.addEventListener("popstate", handlePop);
    return () => window.removeEventListener("popstate", handlePop);
  }, [step, isOpen, onLeft]);

  const enter = useCallback(() => {
    const open = openSteps();
    // A page loaded anew, or gone forward to, may stand on such an entry with nothing open.
    if (!open.includes(step))
      window.history.pushState({ ...window.history.state, open: [...open, step] }, "");
  }, [step]);
  const leave = useCallback(() => {
    const open = openSteps();
    // Esc is heard by all that is open, and closes what stands on top.
    if (open.at(-1) === step) window.history.back();
    else if (!open.includes(step)) onLeft();
  }, [step, onLeft]);
  return { enter, leave };
}

/** The steps that the present entry of the history stands for, the last one on top. */
export function openSteps(): readonly Step[] {
  return (window.history.state as { readonly open?: readonly Step[] } | null)?.open ?? [];
}
