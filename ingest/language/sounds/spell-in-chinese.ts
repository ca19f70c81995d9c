import { plainLetters } from "./foreign-names.ts";
import { longestSpelling } from "./learn-sounds.ts";
import { loadSounds } from "./sounds.ts";

/** A way to write a name in Chinese; the cost a character is low where the sounds fit well. */
export interface ChineseSpelling {
  readonly text: string;
  readonly cost: number;
}

/** Ways to write the letters so far, kept at each letter. */
const kept = 40;
const longestName = 7;
/** A letter without a character: the last consonant of a name is often dropped. */
const droppedLetterCost = 2.2;
const mostDropped = 2;
/** Below two letters a character, or above this cost, any characters would do. */
const mostCost = 2.6;
const mostCostOfTwo = 2.2;

interface Partial {
  readonly text: string;
  readonly cost: number;
  readonly dropped: number;
}

/**
 * Ways to write the sound of a foreign name in folded characters, best first, of which every two neighbours stand
 * together somewhere in the corpus (`isKnownPair`): a beam search over the name's letters.
 */
export function spellInChinese(name: string, isKnownPair: (pair: string) => boolean): ChineseSpelling[] {
  const letters = plainLetters(name);
  const reached: Partial[][] = Array.from({ length: letters.length + 1 }, () => []);
  reached[0]?.push({ text: "", cost: 0, dropped: 0 });
  for (let from = 0; from < letters.length; from++) {
    const best = (reached[from] ?? []).sort((one, other) => costOf(one) - costOf(other)).slice(0, kept);
    for (const partial of best) {
      for (const { to, next } of continuations(partial, letters, from, isKnownPair)) reached[to]?.push(next);
    }
  }
  return bestSpellings(reached[letters.length] ?? []);
}

function* continuations(
  partial: Partial,
  letters: string,
  from: number,
  isKnownPair: (pair: string) => boolean,
): Generator<{ readonly to: number; readonly next: Partial }> {
  const { text, cost, dropped } = partial;
  if (text !== "" && dropped < mostDropped) {
    yield { to: from + 1, next: { text, cost: cost + droppedLetterCost, dropped: dropped + 1 } };
  }
  if (text.length === longestName) return;
  const last = text.slice(-1);
  for (let to = from + 1; to <= Math.min(letters.length, from + longestSpelling); to++) {
    for (const { character, cost: more } of loadSounds().get(letters.slice(from, to)) ?? []) {
      if (last !== "" && !isKnownPair(last + character)) continue;
      yield { to, next: { text: text + character, cost: cost + more, dropped } };
    }
  }
}

function costOf({ text, cost }: Partial): number {
  return cost / Math.max(1, text.length);
}

function bestSpellings(partials: readonly Partial[]): ChineseSpelling[] {
  const best = new Map<string, number>();
  for (const partial of partials) {
    const cost = costOf(partial);
    const most = partial.text.length === 2 ? mostCostOfTwo : mostCost;
    if (partial.text.length < 2 || cost > most) continue;
    best.set(partial.text, Math.min(cost, best.get(partial.text) ?? Infinity));
  }
  return [...best].map(([text, cost]) => ({ text, cost })).sort((one, other) => one.cost - other.cost);
}
