import { readFileSync } from "node:fs";

/** A character that stands for a spelling, and how unusual that is: -½ ln(P(spelling | character) P(character | spelling)). */
export interface SpelledCharacter {
  readonly character: string;
  readonly cost: number;
}

/** The characters for each spelling of one to five letters, the usual first. */
export type Sounds = ReadonlyMap<string, readonly SpelledCharacter[]>;

/** Reads `sounds.txt`, which `main.ts` beside it makes, once. */
export function loadSounds(): Sounds {
  loaded ??= readSounds(readFileSync(new URL("sounds.txt", import.meta.url), "utf8"));
  return loaded;
}

let loaded: Sounds | undefined;

function readSounds(text: string): Sounds {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [spelling = "", ...characters] = line.split(" ");
      return [
        spelling,
        characters.map((item) => ({ character: item.slice(0, 1), cost: Number(item.slice(1)) })),
      ];
    }),
  );
}
