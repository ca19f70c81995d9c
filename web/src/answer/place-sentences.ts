import type { AnswerSentence, Verdict } from "../../../server/api/types.ts";

/** A sentence that the reader must not take as supported, and where it stands in the answer's text. */
export interface Doubt {
  readonly verdict: Exclude<Verdict, "supported">;
  readonly start: number;
  readonly end: number;
}

export interface PlacedSentences {
  readonly doubts: readonly Doubt[];
  /** Doubtful sentences that the text does not hold as they are worded; they are shown apart. */
  readonly unplaced: readonly AnswerSentence[];
}

/** Finds each doubtful sentence in the text, whatever marks, markers and spaces stand between its words. */
export function placeSentences(text: string, sentences: readonly AnswerSentence[]): PlacedSentences {
  const whole = condense(text);
  const doubts: Doubt[] = [];
  const unplaced: AnswerSentence[] = [];
  let cursor = 0;
  for (const sentence of sentences) {
    const words = condense(sentence.text).characters;
    const found = words === "" ? -1 : findFrom(whole.characters, words, cursor);
    if (found >= 0) cursor = found + words.length;
    if (sentence.verdict === "supported") continue;
    const start = whole.offsets[found];
    const last = whole.offsets[found + words.length - 1];
    if (start === undefined || last === undefined) unplaced.push(sentence);
    else doubts.push({ verdict: sentence.verdict, start, end: includeMarkers(text, last + 1) });
  }
  return { doubts, unplaced };
}

function findFrom(whole: string, words: string, cursor: number): number {
  const ahead = whole.indexOf(words, cursor);
  return ahead >= 0 ? ahead : whole.indexOf(words);
}

const passedOver = /\[\d{1,4}\]|\*\*|^[ \t]*- |\s+/gm;

/** The characters that carry words, each with its offset in the text. */
function condense(text: string): { characters: string; offsets: number[] } {
  let characters = "";
  const offsets: number[] = [];
  let at = 0;
  const keep = (to: number) => {
    for (; at < to; at++) {
      characters += text.charAt(at);
      offsets.push(at);
    }
  };
  for (const match of text.matchAll(passedOver)) {
    keep(match.index);
    at = match.index + match[0].length;
  }
  keep(text.length);
  return { characters, offsets };
}

/** A sentence's markers belong to it, so that its label stands after them. */
function includeMarkers(text: string, end: number): number {
  return end + (/^(?:\*\*|[ \t]*\[\d{1,4}\])*/.exec(text.slice(end))?.[0].length ?? 0);
}
