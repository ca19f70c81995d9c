import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useHistoryStep } from "../page/use-history-step.ts";

interface Cover {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** Whether the conversations stand over the chat; going to one closes them, and so does the browser's way back. */
export function useCover(menu: RefObject<HTMLElement | null>): Cover {
  const [isOpen, setOpen] = useState(false);
  const { enter, leave } = useHistoryStep(
    "conversations",
    isOpen,
    useCallback(() => setOpen(false), []),
  );
  const wasOpen = useRef(false);
  useEffect(() => {
    // A conversation that was chosen has taken the focus by now.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) menu.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, menu]);
  const open = useCallback(() => {
    enter();
    setOpen(true);
  }, [enter]);
  return { isOpen, open, close: leave };
}
