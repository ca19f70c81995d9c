import { characterVariants } from "./character-variants.ts";
import { unifyRadical } from "./radicals.ts";

/** For every UTF-16 unit the unit it is matched as; surrogates stand for themselves. */
export function buildFoldTable(): Uint16Array {
  const variants = characterVariants();
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    if (isPlain(unit)) {
      table[unit] = unit;
      continue;
    }
    const plain = unifyPunctuation(unifyRadical(plainForm(String.fromCharCode(unit))));
    table[unit] = (variants.get(plain) ?? plain).charCodeAt(0);
  }
  for (const [from, to] of variants) {
    const unit = from.charCodeAt(0);
    if (isPlain(unit)) table[unit] = to.charCodeAt(0);
  }
  return table;
}

/** Whether a unit is its own plain form: ideographs, syllables of Hangul, surrogates; two thirds of all. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xd800 && unit <= 0xdfff)
  );
}

/** Compatibility form, lower case, without accents, or the character itself where that is not one UTF-16 unit. */
function plainForm(character: string): string {
  if (KEPT.test(character)) return character;
  const compatible = oneUnit(character.normalize("NFKC"), character);
  const lower = oneUnit(compatible.toLowerCase(), compatible);
  if (!ACCENTED.test(lower)) return lower;
  const base = lower.normalize("NFKD").charAt(0).toLowerCase();
  return LETTER.test(base) ? base : lower;
}

/** Superscripts and circled digits. */
const KEPT = /[²³¹⁰-⁹①-⓿❶-➓]/;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;
const LETTER = /[a-z]/;

function oneUnit(text: string, otherwise: string): string {
  return text.length === 1 ? text : otherwise;
}

function unifyPunctuation(character: string): string {
  return PUNCTUATION.get(character) ?? character;
}

const PUNCTUATION = new Map<string, string>([
  ...pairAll("‘’‛ʼ`´＇", "'"),
  ...pairAll("“”„‟＂", '"'),
  ...pairAll("‐‑‒–—―−﹣－﹘", "-"),
  ...pairAll("・･•‧∙⋅ㆍ", "·"),
  ...pairAll(
    "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    " ",
  ),
  ...pairAll("ø", "o"),
  ...pairAll("đð", "d"),
  ...pairAll("ł", "l"),
  ...pairAll("ı", "i"),
]);

function pairAll(characters: string, target: string): [string, string][] {
  return [...characters].map((character) => [character, target]);
}
