/** Text without what a reader cannot see, and where each of its UTF-16 units stood. */
export interface VisibleText {
  readonly text: string;
  /** Unit i of `text` stood at `starts[i]`..`ends[i]` in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const unusual = /\p{M}|\p{Default_Ignorable_Code_Point}/u;
const cluster = /\P{M}\p{M}+|[\s\S]/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The text with soft hyphens, zero-width and direction marks left out and letters joined with their accents (NFC), so
 * that what looks the same is matched the same; null for the usual text, which has none of these.
 */
export function readVisibleText(text: string): VisibleText | null {
  if (looksUsual(text)) return null;
  const starts: number[] = [];
  const ends: number[] = [];
  let visible = "";
  for (const match of text.matchAll(cluster)) {
    const seen = match[0].replace(invisible, "").normalize("NFC");
    visible += seen;
    for (let unit = 0; unit < seen.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { text: visible, starts, ends };
}

/** Whether a reader can see every character of the text, and every accent is one with its letter. */
export function looksUsual(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++)
    if (suspects[text.charCodeAt(offset)] === 1) return !unusual.test(text);
  return true;
}

/** UTF-16 units that are unusual, or half of a character that may be. */
const suspects = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  (unit >= 0xd800 && unit <= 0xdfff) || unusual.test(String.fromCharCode(unit)) ? 1 : 0,
);
