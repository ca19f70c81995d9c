import { commonCharacters } from "./common-characters.ts";
import type { Decoded } from "./decode.ts";

/**
 * Bytes of the older Chinese encodings, or null where they are none of them. Each of these encodings reads most texts
 * of the others without an error, so the choice falls on the reading with the largest share of common characters.
 */
export function decodeChinese(bytes: Uint8Array): Extract<Decoded, { status: "text" }> | null {
  const readings = ["big5", "gb18030", ...(bytes.length % 2 === 0 ? ["utf-16le", "utf-16be"] : [])].map(
    (encoding) => ({ encoding, score: commonShare(decodeSample(bytes, encoding)) }),
  );
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < leastShare) return null;
  const text = new TextDecoder(best.encoding).decode(bytes);
  const replaced = text.split("\uFFFD").length - 1;
  return { status: "text", text, encoding: best.encoding, replaced };
}

/** Chinese text has nine common characters in ten; text read in a wrong encoding has fewer than four. */
const leastShare = 0.5;
/** Bytes that are looked at; even, so that no UTF-16 unit is cut. */
const sampleBytes = 262_144;

function decodeSample(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, sampleBytes), { stream: true });
}

/** The share of common Chinese characters among all letters beyond ASCII and all that is no character at all. */
function commonShare(text: string): number {
  let common = 0;
  let all = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    if (commonCharacters.has(character)) common++;
    if (!/[\p{P}\p{S}\p{Z}\p{N}]/u.test(character) || character === "\uFFFD") all++;
  }
  return all === 0 ? 0 : common / all;
}

/** The share of what text in English or Chinese is made of, for bytes that may be UTF-16. */
export function scoreUtf16(bytes: Uint8Array, encoding: string): number {
  if (bytes.length % 2 !== 0) return 0;
  const text = decodeSample(bytes, encoding);
  let expected = 0;
  let all = 0;
  for (const character of text) {
    all++;
    if (isPlain(character) || commonCharacters.has(character)) expected++;
  }
  return all === 0 ? 0 : expected / all;
}

/** Printable ASCII, line ends, and the punctuation and full-width forms of Chinese text. */
function isPlain(character: string): boolean {
  return /^[\t\n\r\x20-\x7e\u2010-\u2027\u3000-\u301f\uff01-\uff65]$/.test(character);
}
