import { useMemo, useSyncExternalStore } from "react";
import { readLineHash } from "./line-hash.ts";
import type { LineRange } from "./line-range.ts";

/** The lines the page's address names, as it changes. */
export function useLineHash(): LineRange | null {
  const hash = useSyncExternalStore(
    (notify) => {
      window.addEventListener("hashchange", notify);
      return () => window.removeEventListener("hashchange", notify);
    },
    () => window.location.hash,
  );
  return useMemo(() => readLineHash(hash), [hash]);
}
