import type { Quotation } from "../cite.ts";
import type { ReadSentence } from "./sentence-features.ts";

/** A sentence with its score: the logarithm of how likely it is to answer, up to a constant. */
export interface ScoredSentence extends ReadSentence {
  readonly score: number;
}

const mostQuotations = 3;
/** A quotation begins with a sentence at most this much less likely than the best: one in e^1.2 = 3.3. */
const opensWithin = 1.2;
/** Neighbours are taken along while they are less unlikely than this, beside the sentence they stand by. */
const growsWithin = 4;
/** Lines a reader reads at a glance; wrapped lines with blank ones between them hold some 150 characters. */
const mostLines = 12;
const mostLinesTogether = 18;
/** What follows a sentence says more of it than what comes before. */
const followingBonus = 0.3;
/** A sentence that adds no line costs the reader nothing. */
const sameLinesBonus = 0.7;

/**
 * The sentences to quote: the best one with its neighbours, and further ones where they are nearly as likely to
 * answer, those of the best document first, in reading order.
 */
export function selectQuotations(sentences: readonly ScoredSentence[]): Quotation[] {
  const order = [...sentences].sort((a, b) => b.score - a.score);
  const best = order[0]?.score ?? 0;
  const byPlace = new Map(sentences.map((read) => [placeOf(read.passage.id, read.index), read]));
  const used = new Set<ScoredSentence>();
  const runs: Run[] = [];
  let lines = 0;
  for (const opening of order) {
    if (runs.length === mostQuotations || opening.score < best - opensWithin) break;
    if (used.has(opening)) continue;
    const run = grow(opening, byPlace, used);
    const length = run.endLine - run.startLine + 1;
    if (runs.length > 0 && lines + length > mostLinesTogether) continue;
    lines += length;
    for (const read of run.sentences) used.add(read);
    runs.push(run);
  }
  return inReadingOrder(runs).map(({ sentences: quoted }) => ({
    passage: (quoted[0] as ScoredSentence).passage,
    sentences: quoted.map(({ sentence }) => sentence),
  }));
}

interface Run {
  readonly sentences: readonly ScoredSentence[];
  readonly startLine: number;
  readonly endLine: number;
}

function grow(
  opening: ScoredSentence,
  byPlace: ReadonlyMap<string, ScoredSentence>,
  used: ReadonlySet<ScoredSentence>,
): Run {
  let run: Run = { sentences: [opening], ...linesOf([opening]) };
  for (;;) {
    const grown = [before(run, byPlace), after(run, byPlace)]
      .filter((read) => read !== undefined)
      .filter((read) => read.passage.document === opening.passage.document && !used.has(read))
      .map((read) => ({ read, run: join(run, read) }))
      .map((option) => ({ ...option, value: option.read.score + bonusOf(run, option) }))
      .filter((option) => option.run.endLine - option.run.startLine < mostLines)
      .filter(({ value }) => value >= opening.score - growsWithin)
      .sort((a, b) => b.value - a.value)[0];
    if (!grown) return run;
    run = grown.run;
  }
}

function bonusOf(run: Run, { read, run: grown }: { read: ScoredSentence; run: Run }): number {
  const follows = grown.sentences.at(-1) === read ? followingBonus : 0;
  const addsLines = grown.startLine < run.startLine || grown.endLine > run.endLine;
  return follows + (addsLines ? 0 : sameLinesBonus);
}

function before(
  { sentences }: Run,
  byPlace: ReadonlyMap<string, ScoredSentence>,
): ScoredSentence | undefined {
  const first = sentences[0] as ScoredSentence;
  return byPlace.get(placeOf(first.passage.id, first.index - 1));
}

/** The next sentence of the passage, or the first one of the passage after it. */
function after({ sentences }: Run, byPlace: ReadonlyMap<string, ScoredSentence>): ScoredSentence | undefined {
  const last = sentences.at(-1) as ScoredSentence;
  const next = byPlace.get(placeOf(last.passage.id, last.index + 1));
  return next ?? (isLastOf(last) ? byPlace.get(placeOf(last.passage.id + 1, 0)) : undefined);
}

function isLastOf({ passage, index }: ScoredSentence): boolean {
  return index === passage.sentences.length - 1;
}

function join({ sentences }: Run, read: ScoredSentence): Run {
  const joined = [...sentences, read].sort((a, b) => a.passage.id - b.passage.id || a.index - b.index);
  return { sentences: joined, ...linesOf(joined) };
}

function linesOf(sentences: readonly ScoredSentence[]): { startLine: number; endLine: number } {
  return {
    startLine: Math.min(...sentences.map(({ sentence }) => sentence.startLine)),
    endLine: Math.max(...sentences.map(({ sentence }) => sentence.endLine)),
  };
}

function inReadingOrder(runs: readonly Run[]): readonly Run[] {
  const documentOf = (run: Run) => run.sentences[0]?.passage.document ?? "";
  const documents = [...new Set(runs.map(documentOf))];
  return [...runs].sort(
    (a, b) =>
      documents.indexOf(documentOf(a)) - documents.indexOf(documentOf(b)) || a.startLine - b.startLine,
  );
}

function placeOf(passage: number, index: number): string {
  return `${passage}:${index}`;
}
