/** A piece of a text: as it is, or one character that shows nothing, named by its code point. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | { readonly kind: "hidden"; readonly name: string; readonly start: number };

/** Sets apart the characters that show nothing, end a line or turn the writing direction. */
export function splitHidden(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > at) pieces.push({ kind: "text", text: text.slice(at, match.index), start: at });
    pieces.push({ kind: "hidden", name: nameCharacter(match[0]), start: match.index });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: "text", text: text.slice(at), start: at });
  return pieces;
}

/**
 * Variation selectors belong to the character before them: they choose how it is drawn. So do joiners between two
 * pictures, and in a script that is written with joiners. A tab is seen as the gap that it is.
 */
const shown = [
  "\\t",
  "[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]",
  "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\p{Script=Arabic}\\p{Script=Devanagari}\\p{M}])[\\u200C\\u200D]",
].join("|");
const hidden = new RegExp(
  `(?!${shown})[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Default_Ignorable_Code_Point}]`,
  "gu",
);

function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
