import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { tokenize } from "../../../ingest/language/tokens.ts";
import type { Place } from "../../api/explanation.ts";
import type { RetrievedPassage } from "../retrieve.ts";

/** A text that a passage is found by, read into its index terms. */
export interface ReadPlace {
  readonly place: Place;
  readonly text: string;
  readonly folded: string;
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/** UTF-16 offsets into the text as it stands in the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a passage's words may stand, its own text first. */
export function readPlaces(base: KnowledgeBase, passage: RetrievedPassage): ReadPlace[] {
  return [
    readPlace("text", passage.text),
    readPlace("heading", passage.headings.join("\n")),
    ...readNames(base, passage.document),
  ];
}

export function readNames(base: KnowledgeBase, id: string): ReadPlace[] {
  const document = base.document(id);
  if (!document) return [];
  const { title, organisation, aliases, date, year } = document;
  return [
    readPlace("title", title),
    readPlace("organisation", organisation ?? ""),
    readPlace("alias", aliases.join("\n")),
    readPlace("date", `${date ?? ""}\n${year ?? ""}`),
  ];
}

function readPlace(place: Place, text: string): ReadPlace {
  const spans = new Map<string, Span[]>();
  for (const { term, start, end } of tokenize(text)) {
    const list = spans.get(term);
    if (list) list.push({ start, end });
    else spans.set(term, [{ start, end }]);
  }
  return { place, text, folded: fold(text), spans };
}
