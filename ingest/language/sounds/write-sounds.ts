import { isStopCharacter } from "../stop-words.ts";
import { type SoundCounts, sum } from "./learn-sounds.ts";
import type { SpelledCharacter } from "./sounds.ts";

/** Seen less often, a spelling is chance; and characters of everyday grammar rarely stand for a sound. */
const leastSeen = 0.6;
const leastSeenOfStopCharacter = 8;
/** Counts are taken as that much larger in all than seen, so that what was seen once or twice is not certain. */
const doubt = 2;

/** The table's text: a line a spelling, with the characters that stand for it and what each costs. */
export function writeSounds(counts: SoundCounts): string {
  const ofSpelling = new Map<string, number>();
  for (const spellings of counts.values()) {
    for (const [spelling, seen] of spellings)
      ofSpelling.set(spelling, (ofSpelling.get(spelling) ?? 0) + seen);
  }
  const bySpelling = new Map<string, SpelledCharacter[]>();
  for (const [character, spellings] of counts) {
    const ofCharacter = sum(spellings.values());
    for (const [spelling, seen] of spellings) {
      const least = isStopCharacter(character) ? leastSeenOfStopCharacter : leastSeen;
      if (spelling === "" || seen < least) continue;
      const both = (seen / (ofCharacter + doubt)) * (seen / ((ofSpelling.get(spelling) ?? 0) + doubt));
      const listed = bySpelling.get(spelling) ?? [];
      listed.push({ character, cost: -Math.log(both) / 2 });
      bySpelling.set(spelling, listed);
    }
  }
  return [...bySpelling]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([spelling, listed]) => `${spelling} ${listed.sort(byCost).map(writeCharacter).join(" ")}\n`)
    .join("");
}

function byCost(one: SpelledCharacter, other: SpelledCharacter): number {
  return one.cost - other.cost || (one.character < other.character ? -1 : 1);
}

function writeCharacter({ character, cost }: SpelledCharacter): string {
  return `${character}${cost.toFixed(2)}`;
}
