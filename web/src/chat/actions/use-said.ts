import { useCallback, useEffect, useRef, useState } from "react";

/** Long enough to be read. */
const shownForInMs = 4000;

/** A short word on what was done, gone after a moment. */
export function useSaid() {
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useCallback((words: string) => {
    clearTimeout(timer.current);
    setSaid(words);
    timer.current = setTimeout(() => setSaid(""), shownForInMs);
  }, []);
  return { said, say };
}
