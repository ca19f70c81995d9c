import type { DocumentListItem } from "../../../../server/api/documents.ts";

/** The documents whose title, organisation, year or id hold every word; those chosen already stand first. */
export function findDocuments(
  documents: readonly DocumentListItem[],
  query: string,
  chosen: ReadonlySet<string>,
): readonly DocumentListItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = documents.filter(({ id, title, organisation, year }) => {
    const text = `${title} ${organisation ?? ""} ${year ?? ""} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (words.length > 0) return found;
  return [...found.filter(({ id }) => chosen.has(id)), ...found.filter(({ id }) => !chosen.has(id))];
}
