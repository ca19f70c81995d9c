import type { ForeignName } from "./foreign-names.ts";

/** How often each character stood for each spelling. */
export type SoundCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Most letters that one character stands for. */
export const longestSpelling = 5;
const rounds = 8;
/** The likelihood of a spelling that the character has not been seen with. */
const unseen = 1e-4;
/** Ways to cut a name that are less likely than this are not counted. */
const leastShare = 1e-3;

/**
 * Which letters each character stands for, learned by expectation maximisation over all ways to cut a name's letters
 * into as many pieces as it has characters, in order (forward-backward; Rabiner 1989, Proc. IEEE 77(2)). A piece has
 * up to five letters; every character but the first may stand for none.
 */
export function learnSounds(names: readonly ForeignName[]): SoundCounts {
  let counts = new Map<string, Map<string, number>>();
  for (let round = 0; round < rounds; round++) {
    const likelihood = round === 0 ? evenly : seenBefore(counts);
    counts = new Map();
    for (const name of names) countPieces(name, likelihood, counts);
  }
  return counts;
}

/** How likely a character of the name stands for these of its letters. */
type Likelihood = (name: ForeignName, index: number, from: number, to: number) => number;

/** At first, characters share the letters evenly. */
const evenly: Likelihood = ({ characters, letters }, _index, from, to) =>
  Math.exp(-1.2 * Math.abs(to - from - letters.length / characters.length));

function seenBefore(counts: SoundCounts): Likelihood {
  const totals = new Map([...counts].map(([character, spellings]) => [character, sum(spellings.values())]));
  return ({ characters, letters }, index, from, to) => {
    const character = characters[index] ?? "";
    const seen = counts.get(character)?.get(letters.slice(from, to));
    return seen === undefined ? unseen : seen / ((totals.get(character) ?? 0) + 1);
  };
}

interface Piece {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly likelihood: number;
}

function countPieces(name: ForeignName, likelihood: Likelihood, counts: Map<string, Map<string, number>>) {
  const pieces = listPieces(name, likelihood);
  const width = name.letters.length + 1;
  const end = name.characters.length * width + name.letters.length;
  const forward = new Float64Array(end + 1);
  const backward = new Float64Array(end + 1);
  forward[0] = 1;
  backward[end] = 1;
  const add = (sums: Float64Array, place: number, value: number) => {
    sums[place] = (sums[place] ?? 0) + value;
  };
  const before = ({ index, from }: Piece) => index * width + from;
  const after = ({ index, to }: Piece) => (index + 1) * width + to;
  for (const piece of pieces) add(forward, after(piece), (forward[before(piece)] ?? 0) * piece.likelihood);
  for (const piece of pieces.toReversed()) {
    add(backward, before(piece), (backward[after(piece)] ?? 0) * piece.likelihood);
  }
  const all = forward[end] ?? 0;
  if (all === 0) return;
  for (const piece of pieces) {
    const through = (forward[before(piece)] ?? 0) * piece.likelihood * (backward[after(piece)] ?? 0);
    if (through >= leastShare * all) addCount(counts, name, piece, through / all);
  }
}

/** Every piece of every cut, those before others in the name first. */
function listPieces(name: ForeignName, likelihood: Likelihood): Piece[] {
  const { characters, letters } = name;
  const pieces: Piece[] = [];
  for (let index = 0; index < characters.length; index++) {
    for (let from = 0; from <= letters.length; from++) {
      const last = Math.min(letters.length, from + longestSpelling);
      for (let to = index === 0 ? from + 1 : from; to <= last; to++) {
        pieces.push({ index, from, to, likelihood: likelihood(name, index, from, to) });
      }
    }
  }
  return pieces;
}

function addCount(
  counts: Map<string, Map<string, number>>,
  { characters, letters }: ForeignName,
  { index, from, to }: Piece,
  share: number,
): void {
  const character = characters[index] ?? "";
  const spellings = counts.get(character) ?? new Map<string, number>();
  const spelling = letters.slice(from, to);
  spellings.set(spelling, (spellings.get(spelling) ?? 0) + share);
  counts.set(character, spellings);
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
