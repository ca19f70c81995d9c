import type { Line } from "../document.ts";
import type { ReadWarning } from "./read-result.ts";

/** Counts characters that show nothing and can make a line read differently from how it looks. */
export function findHiddenCharacters(lines: readonly Line[]): ReadWarning[] {
  let found = 0;
  let first: number | null = null;
  for (const { text, number } of lines) {
    const here = text.match(hidden)?.length ?? 0;
    if (here > 0) first ??= number;
    found += here;
  }
  if (first === null) return [];
  const message = `holds characters that show nothing or turn the writing direction: ${found}`;
  return [{ code: `hidden_chars:${found}`, message, line: first }];
}

/**
 * Soft hyphens, zero-width and directional controls, invisible operators and tag characters. A joiner between two
 * pictures, or in a script that is written with joiners, belongs to the text.
 */
const hidden = new RegExp(
  [
    "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e]",
    "[\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\u{e0000}-\\u{e007f}]",
    "(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f\\p{sc=Arab}\\p{sc=Deva}\\p{M}])[\\u200c\\u200d]",
  ].join("|"),
  "gu",
);
