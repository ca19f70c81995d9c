/** Kinds of UTF-16 units a text is cut by. */
export const OTHER = 0;
export const CHINESE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const SURROGATE = 4;
export type CharacterKind = typeof OTHER | typeof CHINESE | typeof LETTER | typeof DIGIT | typeof SURROGATE;

/**
 * The kind of a UTF-16 unit. CHINESE covers ideographs, kana, bopomofo and hangul, which are written without
 * blanks between words; LETTER any other letter or mark; SURROGATE half of a character outside the BMP.
 */
export function kindOf(unit: number): CharacterKind {
  return (KINDS[unit] ?? OTHER) as CharacterKind;
}

/** Whether the text holds at least one ideograph (of the BMP). */
export function hasIdeograph(text: string): boolean {
  return /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/.test(text);
}

const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) => classify(unit));

function classify(unit: number): CharacterKind {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  const character = String.fromCharCode(unit);
  if (
    /[\u3005\u3007\u3040-\u30fa\u30fc-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/.test(
      character,
    )
  ) {
    return CHINESE;
  }
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : OTHER;
}
