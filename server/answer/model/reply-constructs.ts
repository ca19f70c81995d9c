import { readBracket, readUrl } from "./reply-links.ts";
import { longestHeld, type Read, type ScanOptions, text, withoutMarkers } from "./reply-token.ts";

/** Text before the next construct, without what may be the beginning of a held word. */
export function readPlain(
  rest: string,
  {
    end,
    held,
    isEnd,
  }: { readonly end: number; readonly held: readonly string[] | null; readonly isEnd: boolean },
): Read | null {
  const length = held === null || isEnd ? end : end - heldLength(rest, held);
  return length === 0 ? null : text(length, rest.slice(0, length));
}

function heldLength(rest: string, words: readonly string[]): number {
  const tail = rest.slice(-12).toLowerCase();
  let longest = 0;
  for (const word of words) {
    for (let length = Math.min(word.length - 1, tail.length); length > longest; length--) {
      if (tail.endsWith(word.slice(0, length).toLowerCase())) longest = length;
    }
  }
  return longest;
}

/** List marks become `- ` and headings lose theirs: what the page knows to show. */
export function readLineStart(rest: string, isFirst: boolean, isEnd: boolean): Read | null {
  if (!isEnd && /^\n[ \t]*(?:#{1,6}[ \t]*|[*+•・][ \t]*)?$/.test(rest)) return null;
  const [whole = "", indent = "", mark = ""] = /^\n([ \t]*)(#{1,6}[ \t]+|[*+•・][ \t]+)?/.exec(rest) ?? [];
  const start = mark === "" || mark.startsWith("#") ? indent : `${indent}- `;
  return text(whole.length, isFirst ? start : `\n${start}`);
}

/** Code on one line, or the fence of more. */
export function readCode(rest: string, isEnd: boolean): Read | null {
  const run = /^`+/.exec(rest)?.[0] ?? "`";
  if (run.length === rest.length && !isEnd) return null;
  if (run.length >= 3) return { ...text(run.length, run), fence: run };
  const close = rest.indexOf(run, run.length);
  const line = rest.indexOf("\n");
  if (close >= 0 && (line < 0 || close < line)) return withoutMarkers(rest.slice(0, close + run.length));
  return isEnd || line >= 0 || rest.length > longestHeld ? text(run.length, run) : null;
}

/** A tag goes, with its content where that is nothing to read; a `<` that begins none stays. */
export function readTag(rest: string, options: ScanOptions, isEnd: boolean): Read | null {
  if (rest.length === 1 && !isEnd) return null;
  if (!/^<[a-z/!?]/i.test(rest)) return text(1, "<");
  const tag = /^<[^\n<>]{0,300}>/.exec(rest)?.[0];
  if (tag === undefined) {
    const isNone = isEnd || rest.length > 300 || /[<\n]/.test(rest.slice(1));
    return isNone ? text(1, "＜") : null;
  }
  const url = /^<((?:https?:|www\.)[^\s>]*)>$/i.exec(tag)?.[1];
  if (url !== undefined) return { length: tag.length, tokens: readUrl(url, options, true)?.tokens ?? [] };
  const name = /^<(think|script|style)\b/i.exec(tag)?.[1];
  return { length: tag.length, tokens: [], ...(name ? { dropUntil: `</${name.toLowerCase()}>` } : {}) };
}

/** Of an image its description is left; an exclamation mark before a marker is one. */
export function readImage(rest: string, options: ScanOptions, isEnd: boolean): Read | null {
  if (rest.length === 1 && !isEnd) return null;
  if (rest[1] !== "[") return text(1, "!");
  const bracket = readBracket(rest.slice(1), options, isEnd);
  if (bracket === null) return null;
  const isImage = bracket.tokens.every(({ kind }) => kind === "text");
  return { length: bracket.length + 1, tokens: [...(isImage ? [] : text(1, "!").tokens), ...bracket.tokens] };
}
