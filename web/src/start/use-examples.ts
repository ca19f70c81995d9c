import { useEffect, useState } from "react";
import type { DocumentListItem } from "../../../server/api/documents.ts";
import type { Language, PassageResult } from "../../../server/api/types.ts";
import { scriptOf, searchPassages } from "../api/search-passages.ts";
import { buildExamples, type Example, mostExamples } from "./build-examples.ts";
import { chooseDocuments } from "./choose-documents.ts";
import { pickTopics } from "./pick-topics.ts";

const passagesPerDocument = 20;
/** Nobody waits longer than this for something to ask. */
const patienceInMs = 3000;

/** Examples from the documents' headings; from their titles where no heading is found; null until it is known. */
export function useExamples(
  documents: readonly DocumentListItem[],
  reader: Language,
): readonly Example[] | null {
  const [topics, setTopics] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(patienceInMs)]);
    const chosen = chooseDocuments(documents, reader);
    void Promise.all(chosen.map((document) => searchDocument(document, reader, signal))).then((found) => {
      if (controller.signal.aborted) return;
      const headings = pickTopics(found, mostExamples);
      const titles = chosen.map(({ title }, index) => found[index]?.[0]?.title ?? title);
      setTopics(headings.length > 0 ? headings : titles);
    });
    return () => controller.abort();
  }, [documents, reader]);
  return topics === null ? null : buildExamples(topics, reader);
}

/** An example is a courtesy: a search that fails leaves it out. */
function searchDocument(
  { id, title }: DocumentListItem,
  reader: Language,
  signal: AbortSignal,
): Promise<readonly PassageResult[]> {
  const query = title.slice(0, longestQuery);
  const request = { query, limit: passagesPerDocument, documents: [id], ...scriptOf(reader) };
  return searchPassages(request, signal).catch(() => []);
}

/** The server takes no longer one. */
const longestQuery = 2000;
