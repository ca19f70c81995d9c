import type { Citation } from "../../api/types.ts";

/** Each marker of the text as a citation: the offsets, in UTF-16 units, are those of the marker itself. */
export function annotate(text: string, citations: readonly Citation[], origin: string) {
  const cited = new Map(citations.map((citation) => [citation.marker, citation]));
  return [...text.matchAll(/\[(\d{1,4})\]/g)].flatMap((match) => {
    const citation = cited.get(Number(match[1]));
    if (citation === undefined) return [];
    const { url, title, ...ours } = citation;
    return [
      {
        type: "url_citation" as const,
        url_citation: {
          start_index: match.index,
          end_index: match.index + match[0].length,
          url: new URL(url, origin).href,
          title,
        },
        groundline: ours,
      },
    ];
  });
}
