import { readCedict } from "../cedict.ts";
import { fold } from "../fold.ts";

/** A foreign name as Chinese writes its sound, folded, and in plain letters: 杰克逊, jackson. */
export interface ForeignName {
  readonly characters: string;
  readonly letters: string;
}

/** The names of people and places in CC-CEDICT whose Chinese form follows their sound, word by word. */
export function readForeignNames(): ForeignName[] {
  const names: ForeignName[] = [];
  for (const { simplified, pinyin, senses } of readCedict()) {
    if (!/^[A-Z]/.test(pinyin)) continue;
    const parts = simplified.split(/[·・]/).map(fold);
    const words = namedIn(senses[0] ?? "");
    if (words.length !== parts.length) continue;
    const sound = pinyin.replace(/[^a-z]/gi, "").toLowerCase();
    parts.forEach((characters, index) => {
      const letters = plainLetters(words[index] ?? "");
      if (isWrittenBySound(characters, letters, sound)) names.push({ characters, letters });
    });
  }
  return names;
}

/** A name's letters in lower case, without accents; other signs are dropped. */
export function plainLetters(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
}

/** "Jackson (name)" and "Louisiana, US state" begin with the name. */
function namedIn(sense: string): string[] {
  const name = sense.replace(/\(.*$/, "").split(/[,;]| or /)[0] ?? "";
  const words = name.split(/[\s-]+/).filter((word) => word !== "");
  return words.every((word) => /^[A-Z]\p{L}+$/u.test(word)) ? words : [];
}

/** Chinese names are spelled as their pinyin; and a name too long or short for its characters was translated. */
function isWrittenBySound(characters: string, letters: string, pinyin: string): boolean {
  if (!/^[\u4e00-\u9fff]{2,8}$/.test(characters) || letters.length < 3) return false;
  if (pinyin.startsWith(letters)) return false;
  return letters.length >= characters.length && letters.length <= characters.length * 4.5;
}
