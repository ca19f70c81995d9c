import type { Answer, Citation } from "../../api/types.ts";

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

/** What of an answer has no place in the shapes of the OpenAI API. */
export function extras({ status, language, mode, model, sentences, closest, timings }: Answer) {
  return { status, language, mode, model, sentences, closest, timings };
}

/** Tokens are counted where they are known: without a model there are none, and a model's are not told. */
export function countTokens({ mode }: Answer) {
  return mode === "extractive" ? { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } : null;
}
