import { hasBinaryBytes, isBinary, startsWith } from "./binary.ts";
import { decodeChinese, scoreUtf16 } from "./decode-chinese.ts";

export type Decoded =
  /** `replaced` counts the U+FFFD that stand for bytes which are not text in this encoding. */
  | { readonly status: "text"; readonly text: string; readonly encoding: string; readonly replaced: number }
  | { readonly status: "binary" }
  | { readonly status: "unknown" };

/**
 * Text of bytes in an encoding that nobody names: byte order mark, strict UTF-8, UTF-16 where there are NULs or other control bytes, Big5 or
 * GB18030 by common characters, and UTF-8 with a few damaged bytes. `declared` is what a page says of itself, believed
 * only where the bytes show nothing better.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return replacing(marked, bytes);
  if (isBinary(bytes)) return { status: "binary" };
  if (hasBinaryBytes(bytes)) return decodeUtf16(bytes);
  const strict = decodeUtf8(bytes);
  if (strict !== null) return { status: "text", text: strict, encoding: "utf-8", replaced: 0 };
  const damaged = replacing("utf-8", bytes);
  if (isMostlyUtf8(damaged)) return damaged;
  return decodeChinese(bytes) ?? decodeDeclared(bytes, declared) ?? fewReplaced(damaged);
}

/** The text of UTF-8 bytes without a byte order mark, or null where the bytes are not UTF-8 text. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  return startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
}

function decodeUtf16(bytes: Uint8Array): Decoded {
  const scores = ["utf-16le", "utf-16be"].map((encoding) => ({
    encoding,
    score: scoreUtf16(bytes, encoding),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 0.8 ? replacing(best.encoding, bytes) : { status: "binary" };
}

type Text = Extract<Decoded, { status: "text" }>;

function replacing(encoding: string, bytes: Uint8Array): Text {
  const text = new TextDecoder(encoding).decode(bytes);
  const own = encoding === "utf-8" ? count(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) : 0;
  return { status: "text", text, encoding, replaced: count(text) - own };
}

/** How often U+FFFD stands in the text, or in UTF-8 bytes as a character of their own. */
function count(text: string | Buffer): number {
  let found = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) found++;
  return found;
}

/** Sequences of several valid bytes hardly occur by chance; Big5 or GB read as UTF-8 is nearly all damage. */
function isMostlyUtf8({ text, replaced }: Text): boolean {
  let wanted = replaced * 5;
  for (let at = 0; at < text.length && wanted > 0; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 && unit !== replacement) wanted--;
  }
  return wanted <= 0;
}

const replacement = 0xfffd;

function decodeDeclared(bytes: Uint8Array, declared: string | null): Text | null {
  if (declared === null) return null;
  try {
    const text = new TextDecoder(declared, { fatal: true }).decode(bytes);
    return { status: "text", text, encoding: declared.toLowerCase(), replaced: 0 };
  } catch {
    return null;
  }
}

/** One damaged character in twenty is the most that a reader can still follow. */
function fewReplaced(damaged: Text): Decoded {
  return damaged.replaced * 20 <= damaged.text.length ? damaged : { status: "unknown" };
}
