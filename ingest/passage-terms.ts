import type { Document, DocumentIdentity, Passage } from "./document.ts";
import type { PassageTerms } from "./index/embedded/lexical-fields.ts";
import { indexTerms } from "./language/tokens.ts";

/** A passage is searched with its heading path and with what its document is: title, organisation, year. */
export function documentTerms(document: Document): PassageTerms[] {
  const title = indexTerms(documentName(document));
  return document.passages.map(({ text, headings }) => ({
    body: indexTerms(text),
    heading: indexTerms(headings.join("\n")),
    title,
  }));
}

/** The text that is embedded for a passage. */
export function passageText(
  document: Pick<Document, "title">,
  passage: Pick<Passage, "headings" | "text">,
): string {
  return [document.title, ...passage.headings, passage.text].join("\n");
}

/** What a question may call a document by. */
export function documentName({ title, organisation, aliases, date, year }: DocumentIdentity): string {
  return [title, organisation ?? "", ...aliases, date ?? "", year ?? ""].join("\n");
}
