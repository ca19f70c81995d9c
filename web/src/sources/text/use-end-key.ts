import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";

/** The End key goes to the last line itself: the browser would go by heights that are still estimated. */
export function useEndKey(
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLElement, HTMLLIElement>,
): void {
  useEffect(() => {
    const element = scroller.current;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== "End" || event.target !== element) return;
      event.preventDefault();
      virtualizer.scrollToIndex(virtualizer.options.count - 1, { align: "end" });
    };
    element?.addEventListener("keydown", handleKey);
    return () => element?.removeEventListener("keydown", handleKey);
  }, [scroller, virtualizer]);
}
