import { useEffect, useState } from "react";
import type { Answer, Language } from "../../../../server/api/types.ts";
import { scriptOf, searchPassages } from "../../api/search-passages.ts";
import { pickFollowUps } from "./pick-follow-ups.ts";

const mostFollowUps = 3;
/** The most passages the server finds at once. */
const passagesSearched = 50;

/** What else the documents cited speak of near the lines cited; a courtesy, left out where the search fails. */
export function useFollowUps(answer: Answer, reader: Language): readonly string[] {
  const [topics, setTopics] = useState<readonly string[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const shown = answer.citations.length > 0 ? answer.citations : answer.closest;
    const documents = [...new Set(shown.map(({ document }) => document))];
    if (documents.length === 0) return;
    const request = { query: answer.question, limit: passagesSearched, documents, ...scriptOf(reader) };
    searchPassages(request, controller.signal).then(
      (passages) => setTopics(pickFollowUps(passages, answer, { reader, count: mostFollowUps })),
      () => undefined,
    );
    return () => controller.abort();
  }, [answer, reader]);
  return topics;
}
