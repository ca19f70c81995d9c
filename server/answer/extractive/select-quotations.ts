import type { Quotation } from "../cite.ts";
import type { ReadSentence } from "./sentence-features.ts";

/** A sentence with its score: the logarithm of how likely it is to answer, up to a constant. */
export interface ScoredSentence extends ReadSentence {
  readonly score: number;
}

const mostQuotations = 3;
/** A quotation begins with a sentence at most this much less likely than the best: one in e^1.2 = 3.3. */
const opensWithin = 1.2;
/** The same in a document that is not quoted yet: what two documents say is read side by side. */
const opensNewWithin = 2.4;
/** A comparison quotes each document once; one that the question names, also where its words stand far from it. */
const comparesWithin = 2;
const comparesNamedWithin = 8;
const comparesAgainWithin = 0.3;
/** Neighbours are taken along while they are less unlikely than this, beside the sentence they stand by. */
const growsWithin = 4.5;
/** Lines a reader reads at a glance; wrapped lines with blank ones between them hold some 150 characters. */
const mostLines = 12;
const mostLinesCompared = 7;
const mostLinesTogether = 14;
const mostLinesComparedTogether = 21;
/** What follows a sentence says more of it than what comes before. */
const followingBonus = 0.3;
/** A sentence that adds no line costs the reader nothing. */
const sameLinesBonus = 0.7;
/** What a colon announces, and the other items of a list that is asked for. */
const announcedBonus = 2;
const listedBonus = 2;
/** Lines that hold no more of the question than the sentences around do on average. */
const strayMalus = 0.6;

/** What the question wants of the quotations together. */
export interface Wanted {
  /** Whether it sets documents side by side. */
  readonly isComparing: boolean;
  /** The documents it names. */
  readonly named: ReadonlySet<string>;
  readonly asksList: boolean;
}

/**
 * The sentences to quote: the best one with its neighbours, and further ones where they are nearly as likely to
 * answer, those of the best document first, in reading order. A comparison quotes every document once, and where the
 * question names several, only those.
 */
export function selectQuotations(sentences: readonly ScoredSentence[], wanted: Wanted): Quotation[] {
  const order = [...sentences].sort((a, b) => b.score - a.score);
  const best = order[0]?.score ?? 0;
  const byPlace = new Map(sentences.map((read) => [placeOf(read.passage.id, read.index), read]));
  const used = new Set<ScoredSentence>();
  const runs: Run[] = [];
  const mostTogether = wanted.isComparing ? mostLinesComparedTogether : mostLinesTogether;
  let lines = 0;
  for (const opening of order) {
    if (runs.length === mostQuotations) break;
    const isNew = runs.every((run) => documentOf(run) !== opening.passage.document);
    if (used.has(opening) || opening.score < best - reachOf(opening, isNew, wanted)) continue;
    const run = grow(opening, byPlace, used, wanted);
    const length = run.endLine - run.startLine + 1;
    if (runs.length > 0 && lines + length > mostTogether) continue;
    lines += length;
    for (const read of run.sentences) used.add(read);
    runs.push(run);
  }
  return inReadingOrder(runs).map(({ sentences: quoted }) => ({
    passage: (quoted[0] as ScoredSentence).passage,
    sentences: quoted.map(({ sentence }) => sentence),
  }));
}

/** How much less likely than the best a sentence may be to open a quotation. */
function reachOf({ passage }: ScoredSentence, isNew: boolean, { isComparing, named }: Wanted): number {
  if (!isComparing) return isNew ? opensNewWithin : opensWithin;
  if (named.size > 1 && !named.has(passage.document)) return Number.NEGATIVE_INFINITY;
  if (!isNew) return comparesAgainWithin;
  return named.size > 1 ? comparesNamedWithin : comparesWithin;
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
  wanted: Wanted,
): Run {
  const most = wanted.isComparing ? mostLinesCompared : mostLines;
  let run: Run = { sentences: [opening], ...linesOf([opening]) };
  for (;;) {
    const grown = [before(run, byPlace), after(run, byPlace)]
      .filter((read) => read !== undefined)
      .filter((read) => read.passage.document === opening.passage.document && !used.has(read))
      .map((read) => ({ read, run: join(run, read) }))
      .map((option) => ({ ...option, value: option.read.score + bonusOf(run, option, wanted) }))
      .filter((option) => option.run.endLine - option.run.startLine < most)
      .filter(({ value }) => value >= opening.score - growsWithin)
      .sort((a, b) => b.value - a.value)[0];
    if (!grown) return run;
    run = grown.run;
  }
}

function bonusOf(
  run: Run,
  { read, run: grown }: { read: ScoredSentence; run: Run },
  { asksList }: Wanted,
): number {
  const last = run.sentences.at(-1) as ScoredSentence;
  const follows = grown.sentences.at(-1) === read;
  const isAnnounced = follows && /[:：]\s*$/.test(last.sentence.text);
  const isListed = asksList && isItem(read) && run.sentences.some(isItem);
  const addsLines = grown.startLine < run.startLine || grown.endLine > run.endLine;
  return (
    (follows ? followingBonus : 0) +
    (addsLines ? 0 : sameLinesBonus) +
    (isAnnounced ? announcedBonus : 0) +
    (isListed ? listedBonus : 0) -
    (addsLines && isStray(read) ? strayMalus : 0)
  );
}

function isStray({ features }: ScoredSentence): boolean {
  return features.words <= 0 && features.alignment <= 0;
}

function isItem({ sentence }: ScoredSentence): boolean {
  return sentence.kind === "item";
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

function documentOf({ sentences }: Run): string {
  return sentences[0]?.passage.document ?? "";
}

function inReadingOrder(runs: readonly Run[]): readonly Run[] {
  const documents = [...new Set(runs.map(documentOf))];
  return [...runs].sort(
    (a, b) =>
      documents.indexOf(documentOf(a)) - documents.indexOf(documentOf(b)) || a.startLine - b.startLine,
  );
}

function placeOf(passage: number, index: number): string {
  return `${passage}:${index}`;
}
