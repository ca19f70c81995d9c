import { buildFoldTable } from "./fold-table.ts";

/**
 * The form of a text used for matching, never for showing: traditional and regional Chinese characters become
 * their simplified form (as folded by characterVariants), full width becomes half width, letters become lower
 * case without accents, compatibility characters (NFKC) and radicals become ordinary ones, and quotation marks,
 * dashes, middle dots and blanks are unified.
 *
 * What holds: `fold(text).length === text.length`, and the UTF-16 unit at an offset of the result comes from the
 * unit at the same offset of the text, so offsets carry over unchanged. `fold(fold(text)) === fold(text)`.
 * Folding works unit by unit: `fold(a + b) === fold(a) + fold(b)`.
 *
 * Left as they are: characters outside the BMP, characters whose compatibility form is longer than one unit
 * (`ﬁ`, `㎡`, `½`), and superscript or circled digits, which would otherwise melt into the number they annotate.
 */
export function fold(text: string): string {
  const length = text.length;
  let offset = 0;
  while (offset < length && isUnchanged(text.charCodeAt(offset))) offset++;
  if (offset === length) return text;

  let folded = text.slice(0, offset);
  const units: number[] = [];
  for (; offset < length; offset++) {
    units.push(foldUnit(text.charCodeAt(offset)));
    if (units.length === CHUNK) {
      folded += String.fromCharCode(...units);
      units.length = 0;
    }
  }
  return folded + String.fromCharCode(...units);
}

/** Units per call of String.fromCharCode: well below the engine's limit on arguments. */
const CHUNK = 4096;
const TABLE = buildFoldTable();

function foldUnit(unit: number): number {
  return TABLE[unit] ?? unit;
}

function isUnchanged(unit: number): boolean {
  return TABLE[unit] === unit;
}
