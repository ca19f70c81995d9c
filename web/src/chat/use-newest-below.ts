import { type RefObject, useEffect, useState } from "react";

/** Whether the newest turn is out of view, below what the reader has scrolled to. */
export function useNewestBelow(scroller: RefObject<HTMLElement | null>, newest: number | undefined): boolean {
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    const turn = scroller.current?.querySelector(`[data-turn="${newest}"]`);
    if (!turn) return;
    const observer = new IntersectionObserver(
      ([entry]) =>
        setBelow(entry !== undefined && entry.boundingClientRect.top >= (entry.rootBounds?.bottom ?? 0)),
      { root: scroller.current },
    );
    observer.observe(turn);
    return () => observer.disconnect();
  }, [scroller, newest]);
  return isBelow;
}
