import type { DocumentListItem } from "../../../server/api/documents.ts";
import type { Language } from "../../../server/api/types.ts";

/** At most this many documents are searched for something to ask about. */
const mostSearched = 2;

/** The documents to take examples from: of those in the language nearest to the reader's, the first ones. */
export function chooseDocuments(
  documents: readonly DocumentListItem[],
  reader: Language,
): readonly DocumentListItem[] {
  const nearest = Math.min(...documents.map((document) => distance(document, reader)));
  return documents.filter((document) => distance(document, reader) === nearest).slice(0, mostSearched);
}

/** Whoever reads one script of Chinese reads the other. */
function distance({ language }: DocumentListItem, reader: Language): number {
  if (language === reader) return 0;
  return language !== "en" && reader !== "en" ? 1 : 2;
}
