import { useEffect, useState } from "react";
import type { Explanation } from "../../../../server/api/explanation.ts";
import type { AskRequest } from "../../../../server/api/types.ts";
import { searchPassages } from "../../api/search-passages.ts";
import type { LineRange } from "../line-range.ts";
import { pickPassage } from "./pick-passage.ts";

export type WhyState =
  | { readonly state: "loading" | "missing" | "failed" }
  | { readonly state: "found"; readonly explanation: Explanation };

interface Cited {
  readonly document: string;
  readonly lines: LineRange;
}

/** The most passages the server finds at once. */
const passagesSearched = 50;

/** Why the lines were found for the question, looked up once it is asked for. */
export function useExplanation(
  { question, history }: AskRequest,
  { document, lines: { from, to } }: Cited,
  isWanted: boolean,
): WhyState {
  const [why, setWhy] = useState<WhyState>({ state: "loading" });
  const isLoaded = why.state === "found" || why.state === "missing";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn's question stays as it was asked, whatever is asked after it.
  useEffect(() => {
    if (!isWanted || isLoaded) return;
    const controller = new AbortController();
    setWhy({ state: "loading" });
    const request = {
      query: question,
      history,
      documents: [document],
      limit: passagesSearched,
      explain: true,
    };
    searchPassages(request, controller.signal)
      .then((passages): WhyState => {
        const explanation = pickPassage(passages, { from, to })?.explanation;
        return explanation ? { state: "found", explanation } : { state: "missing" };
      })
      .catch((): WhyState => ({ state: "failed" }))
      .then((next) => {
        if (!controller.signal.aborted) setWhy(next);
      });
    return () => controller.abort();
  }, [isWanted, isLoaded, question, document, from, to]);
  return why;
}
