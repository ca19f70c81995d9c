import { useSyncExternalStore } from "react";

/** Below this width the source covers the chat; the same figure stands in styles/sources.css. */
export const narrowScreen = "(max-width: 860px)";

/** From this width the conversations stand beside the chat; the same figure stands in styles/sidebar.css. */
export const wideScreen = "(min-width: 1024px)";

/** From this width they stand there beside an open source too. */
export const screenForThree = "(min-width: 1200px)";

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    () => window.matchMedia(query).matches,
  );
}
