import type { Alternative } from "../../../ingest/index/knowledge-base.ts";
import type { ReadPlace, Span } from "./places.ts";

/**
 * The words of a text that match an alternative, as they stand there, in the text's own script and inflection; null
 * where one of its terms is missing. Of several occurrences the closest together are taken; what stands apart is
 * joined by "…".
 */
export function findWording({ terms }: Alternative, { text, spans }: ReadPlace): string | null {
  const lists = terms.map((term) => spans.get(term) ?? []);
  const [firsts = [], ...others] = lists;
  if (firsts.length === 0 || lists.some((list) => list.length === 0)) return null;
  const chains = firsts.slice(0, occurrencesTried).map((first) => chainFrom(first, others));
  const closest = chains.reduce((best, chain) => (widthOf(chain) < widthOf(best) ? chain : best));
  return joinPieces(closest, text);
}

/** Enough to find one where the words stand together. */
const occurrencesTried = 40;

/** One occurrence of every term, each the first after the one before it, or the last of all. */
function chainFrom(first: Span, others: readonly (readonly Span[])[]): Span[] {
  const chain = [first];
  for (const list of others) {
    const after = chain.at(-1)?.start ?? 0;
    const next = list.find(({ start }) => start > after) ?? list.at(-1);
    if (next) chain.push(next);
  }
  return chain;
}

function widthOf(chain: readonly Span[]): number {
  return Math.max(...chain.map(({ end }) => end)) - Math.min(...chain.map(({ start }) => start));
}

function joinPieces(chain: readonly Span[], text: string): string {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of chain.toSorted((a, b) => a.start - b.start)) {
    const last = pieces.at(-1);
    const gap = last ? text.slice(last.end, start) : "";
    if (last && /^[\s\-‐–]*$/u.test(gap)) last.end = Math.max(last.end, end);
    else pieces.push({ start, end });
  }
  return pieces.map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, " ")).join(" … ");
}
