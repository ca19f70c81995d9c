import type { Alternative, Candidate, TermGroup } from "../knowledge-base.ts";
import { bestOf } from "./best.ts";
import type { LexicalFields } from "./lexical-fields.ts";
import { LexicalSegment } from "./lexical-segment.ts";
import type { Postings } from "./postings.ts";
import { termKey } from "./term-key.ts";

/** BM25F (Robertson, Zaragoza, Taylor 2004, CIKM); b per field as long fields need evening out most. */
const fields = [
  { name: "body", weight: 1, evening: 0.4 },
  { name: "heading", weight: 0.5, evening: 0.2 },
  { name: "title", weight: 0.5, evening: 0.1 },
] as const;

/**
 * Scores groups of terms over the inverted files of all segments, with the statistics of all of them together. One
 * search at a time: it reuses its scratch arrays.
 */
export class LexicalIndex {
  readonly #segments: readonly LexicalSegment[];
  readonly #size: number;
  readonly #scores: Float32Array;
  /** A question is mostly searched twice, everywhere and in the documents it names: its scores stay for the second time. */
  #scoredGroups: readonly TermGroup[] | null = null;
  /** What scoring a group has found out about it; the same wordings may come with another weight. */
  readonly #counts = new WeakMap<readonly Alternative[], number>();
  /** The same for single terms, which different questions ask for again; at most `mostTermCounts`. */
  readonly #termCounts = new Map<string, number>();

  /** Passages are numbered through, segment after segment; one without terms in any field is not part of the index. */
  constructor(segments: readonly LexicalFields[]) {
    const weighted = fields.map(({ name, weight, evening }) => {
      const postings = segments.map((segment) => segment[name]);
      const average = measureLengths(postings).average;
      return postings.map((one) => ({ weight, postings: one, scale: lengthScale(one, evening, average) }));
    });
    this.#size = measureLengths(segments.map(({ body }) => body)).held;
    const counts = segments.map(({ body }) => body.lengths.length);
    this.#scores = new Float32Array(counts.reduce((sum, count) => sum + count, 0));
    let next = 0;
    this.#segments = counts.map((count, segment) => {
      const scores = this.#scores.subarray(next, next + count);
      next += count;
      return new LexicalSegment(
        weighted.flatMap((field) => field[segment] ?? []),
        scores,
      );
    });
  }

  /** The best passages by summed group scores, best first; only those that `isAllowed`. */
  search(
    groups: readonly TermGroup[],
    limit: number,
    isAllowed: ((passage: number) => boolean) | null,
  ): Candidate[] {
    if (groups !== this.#scoredGroups) this.#score(groups);
    return bestOf(this.#scores, limit, isAllowed);
  }

  /** Passages that hold at least one alternative of the group in any field. */
  countPassages({ alternatives }: TermGroup): number {
    const known = this.#counts.get(alternatives) ?? this.#termCounts.get(onlyTerm(alternatives) ?? "");
    if (known !== undefined) return known;
    const count = this.#gather(alternatives);
    for (const segment of this.#segments) segment.forget();
    return count;
  }

  #score(groups: readonly TermGroup[]): void {
    this.#scores.fill(0);
    for (const { alternatives, weight } of groups) {
      const worth = weight * inverseFrequency(this.#gather(alternatives), this.#size);
      for (const segment of this.#segments) segment.score(worth);
    }
    this.#scoredGroups = groups;
  }

  #gather(alternatives: readonly Alternative[]): number {
    const keyed = alternatives.map(({ terms, weight }) => ({ keys: terms.map(termKey), weight }));
    const count = this.#segments.reduce((sum, segment) => sum + segment.gather(keyed), 0);
    this.#counts.set(alternatives, count);
    const term = onlyTerm(alternatives);
    if (term !== undefined) {
      if (this.#termCounts.size >= mostTermCounts) this.#termCounts.clear();
      this.#termCounts.set(term, count);
    }
    return count;
  }
}

/** About 2 MB. */
const mostTermCounts = 20_000;

function onlyTerm([only, ...others]: readonly Alternative[]): string | undefined {
  return only?.terms.length === 1 && others.length === 0 ? only.terms[0] : undefined;
}

/** ln(1 + (N - n + 0.5) / (n + 0.5)), never negative. */
function inverseFrequency(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}

/** How many passages hold any term in the field, and how many terms these have on average. */
function measureLengths(segments: readonly Postings[]): { readonly held: number; readonly average: number } {
  let held = 0;
  let total = 0;
  for (const { lengths } of segments) {
    for (let passage = 0; passage < lengths.length; passage++) {
      const length = lengths[passage] as number;
      total += length;
      if (length > 0) held++;
    }
  }
  return { held, average: Math.max(1, total / Math.max(1, held)) };
}

function lengthScale({ lengths }: Postings, evening: number, average: number): Float32Array {
  return Float32Array.from(lengths, (length) => 1 / (1 - evening + (evening * length) / average));
}
