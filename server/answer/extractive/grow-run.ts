import type { ScoredSentence } from "./sentence-weights.ts";

/** Neighbouring sentences of one document that are quoted together. */
export interface Run {
  readonly sentences: readonly ScoredSentence[];
  readonly startLine: number;
  readonly endLine: number;
}

export interface GrowOptions {
  readonly places: Places;
  /** Sentences that other runs hold. */
  readonly used: ReadonlySet<ScoredSentence>;
  readonly mostLines: number;
  /** Whether the question asks for several things. */
  readonly asksList: boolean;
}

/** Neighbours are taken along while they are less unlikely than this, beside the sentence they stand by. */
const growsWithin = 4.5;
/** What follows a sentence says more of it than what comes before. */
const followingBonus = 0.3;
/** A sentence that adds no line costs the reader nothing. */
const sameLinesBonus = 0.7;
/** What a colon announces, and the other items of a list that is asked for. */
const announcedBonus = 2;
const listedBonus = 2;
/** Lines that hold no more of the question than the sentences around do on average. */
const strayMalus = 0.6;

/** The sentence with the neighbours that are nearly as likely to answer, or that it cannot be read without. */
export function growRun(opening: ScoredSentence, options: GrowOptions): Run {
  let run: Run = { sentences: [opening], ...linesOf([opening]) };
  for (;;) {
    const grown = [
      sentenceBefore(run.sentences[0] as ScoredSentence, options.places),
      after(run, options.places),
    ]
      .filter((read) => read !== undefined)
      .filter((read) => read.passage.document === opening.passage.document && !options.used.has(read))
      .map((read) => ({ read, run: joinRun(run, read) }))
      .map((option) => ({ ...option, value: option.read.score + bonusOf(run, option, options) }))
      .filter((option) => option.run.endLine - option.run.startLine < options.mostLines)
      .filter(({ value }) => value >= opening.score - growsWithin)
      .sort((a, b) => b.value - a.value)[0];
    if (!grown) return run;
    run = grown.run;
  }
}

function bonusOf(
  run: Run,
  { read, run: grown }: { read: ScoredSentence; run: Run },
  { asksList }: GrowOptions,
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

/** The sentences by where they stand. */
export type Places = ReadonlyMap<string, ScoredSentence>;

export function placeSentences(sentences: readonly ScoredSentence[]): Places {
  return new Map(sentences.map((read) => [placeOf(read.passage.id, read.index), read]));
}

/** The sentence before it in its passage. */
export function sentenceBefore(
  { passage, index }: ScoredSentence,
  places: Places,
): ScoredSentence | undefined {
  return places.get(placeOf(passage.id, index - 1));
}

/** The next sentence of the passage, or the first one of the passage after it. */
function after({ sentences }: Run, places: Places): ScoredSentence | undefined {
  const last = sentences.at(-1) as ScoredSentence;
  const next = places.get(placeOf(last.passage.id, last.index + 1));
  return next ?? (isLastOf(last) ? places.get(placeOf(last.passage.id + 1, 0)) : undefined);
}

function isLastOf({ passage, index }: ScoredSentence): boolean {
  return index === passage.sentences.length - 1;
}

export function joinRun({ sentences }: Run, read: ScoredSentence): Run {
  const joined = [...sentences, read].sort((a, b) => a.passage.id - b.passage.id || a.index - b.index);
  return { sentences: joined, ...linesOf(joined) };
}

function linesOf(sentences: readonly ScoredSentence[]): { startLine: number; endLine: number } {
  return {
    startLine: Math.min(...sentences.map(({ sentence }) => sentence.startLine)),
    endLine: Math.max(...sentences.map(({ sentence }) => sentence.endLine)),
  };
}

function placeOf(passage: number, index: number): string {
  return `${passage}:${index}`;
}
