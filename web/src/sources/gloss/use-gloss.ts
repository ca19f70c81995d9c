import { useEffect, useState } from "react";
import type { GlossedWord } from "../../../../server/api/gloss.ts";
import { readGloss } from "../../api/read-gloss.ts";

export type GlossState =
  | { readonly state: "idle" | "loading" | "failed" }
  | { readonly state: "found"; readonly words: readonly GlossedWord[] };

const typingPauseInMs = 150;

/** What the dictionary says of a text. */
export function useGloss(text: string): GlossState {
  const [read, setRead] = useState<{ readonly text: string; readonly gloss: GlossState } | null>(null);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === "") return;
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      readGloss(wanted, controller.signal)
        .then(({ words }): GlossState => ({ state: "found", words }))
        .catch((): GlossState => ({ state: "failed" }))
        .then((gloss) => {
          if (!controller.signal.aborted) setRead({ text: wanted, gloss });
        });
    }, typingPauseInMs);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [wanted]);
  if (wanted === "") return { state: "idle" };
  return read?.text === wanted ? read.gloss : { state: "loading" };
}
