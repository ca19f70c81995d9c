import { isEnglishStopWord, isStopCharacter } from "../../language/stop-words.ts";
import { type Token, tokenize } from "../../language/tokens.ts";

/** A change of what the features of a text are makes the weights useless: the two carry one version. */
export const featuresVersion = 2;

/** One place of a text and the features that stand there; a name is empty where there is no feature. */
export interface Unit {
  readonly kind: "character" | "word" | "number";
  readonly name: string;
  /** With the unit before: two neighbouring characters, or two words with nothing but function words between. */
  readonly pair: string;
  /** What a longer word shares with the words derived from it: settl(er), disobe(dience). */
  readonly root: string;
}

/**
 * The units of a text in order: folded Chinese characters, stemmed words, numbers. Function words are no units;
 * a function character gives no name of its own, and a pair only with a character that is none.
 */
export function readUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let previous: Token | undefined;
  for (const token of tokenize(text)) {
    if (token.kind === "cjk2") continue;
    if (token.kind === "word" && isEnglishStopWord(text.slice(token.start, token.end))) continue;
    units.push(toUnit(token, previous));
    if (token.kind !== "number") previous = token;
  }
  return units;
}

/**
 * The terms of a text that are compared one by one: words, numbers, characters and pairs of characters. Pairs and
 * roots of English words repeat what the words say.
 */
export function eachTerm(text: string, visit: (term: string) => void): void {
  for (const { kind, name, pair } of readUnits(text)) {
    if (name !== "") visit(name);
    if (kind === "character" && pair !== "") visit(pair);
  }
}

function toUnit({ kind, term, start }: Token, previous: Token | undefined): Unit {
  if (kind === "number") return { kind, name: term, pair: "", root: "" };
  if (kind === "word") {
    const pair = previous?.kind === "word" ? `${previous.term} ${term}` : "";
    return { kind, name: term, pair, root: rootOf(term) };
  }
  const isStop = isStopCharacter(term);
  const isPair =
    previous?.kind === "cjk1" && previous.end === start && !(isStop && isStopCharacter(previous.term));
  return { kind: "character", name: isStop ? "" : term, pair: isPair ? previous.term + term : "", root: "" };
}

/** Its first letters, marked as no whole word; short words have no root beside themselves. */
function rootOf(word: string): string {
  return word.length < ROOT_LENGTH ? "" : `^${word.slice(0, ROOT_LENGTH)}`;
}

const ROOT_LENGTH = 6;

/** How strongly a feature counts that occurs so often in a text. */
export function strengthOf(count: number): number {
  return 1 + Math.log(count);
}
