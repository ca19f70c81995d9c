import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Turn } from "./turn.ts";

/** Room above the newest question when it has reached the top. */
const marginInPixels = 8;

/**
 * Scrolls with the newest answer until its question stands at the top, where its beginning can be read,
 * and lets go when the reader scrolls.
 */
export function useFollowAnswer(scroller: RefObject<HTMLElement | null>, turns: readonly Turn[]): void {
  const isFollowing = useRef(true);
  const placed = useRef(0);
  const newest = turns.at(-1);
  const newestStart = newest?.askedAt;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes hold again.
  useLayoutEffect(() => {
    isFollowing.current = true;
  }, [newestStart]);

  const follow = useCallback(() => {
    const element = scroller.current;
    const turn = element?.querySelector<HTMLElement>(".turn:last-child");
    if (element === null || !turn || !isFollowing.current) return;
    const bottom = element.scrollHeight - element.clientHeight;
    element.scrollTop = Math.min(bottom, turn.offsetTop - marginInPixels);
    placed.current = element.scrollTop;
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the turns may change the height.
  useLayoutEffect(follow, [follow, turns]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const handleScroll = () => {
      if (Math.abs(element.scrollTop - placed.current) > marginInPixels) isFollowing.current = false;
    };
    element.addEventListener("scroll", handleScroll, { passive: true });
    // What comes after the answer, such as questions to go on with, grows it too.
    const grown = new ResizeObserver(follow);
    if (element.firstElementChild !== null) grown.observe(element.firstElementChild);
    return () => {
      element.removeEventListener("scroll", handleScroll);
      grown.disconnect();
    };
  }, [scroller, follow]);
}
