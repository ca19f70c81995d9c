import { useEffect, useMemo, useState } from "react";
import type { Answer, Citation } from "../../../server/api/types.ts";
import { readAnswer } from "../api/read-answer.ts";
import { orderCitations } from "./order-citations.ts";
import { readCitedBy } from "./source-url.ts";

export interface CitedBy {
  readonly answer: string;
  readonly citations: readonly Citation[];
  /** The index of the one that led here. */
  readonly current: number;
}

/** The answer that the page's address says led here, with its citations; null until it is known, and to other readers. */
export function useCitedBy(search: string): CitedBy | null {
  const asked = useMemo(() => readCitedBy(search), [search]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (asked === null) return;
    const controller = new AbortController();
    readAnswer(asked.answer, controller.signal)
      .then(setAnswer)
      // Without its answer the page shows the lines that its address names.
      .catch(() => undefined);
    return () => controller.abort();
  }, [asked]);
  return useMemo(() => {
    if (asked === null || answer === null) return null;
    const citations = orderCitations(answer);
    const current = citations.findIndex(({ marker }) => marker === asked.marker);
    return current < 0 ? null : { answer: asked.answer, citations, current };
  }, [asked, answer]);
}
