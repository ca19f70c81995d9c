import { readReferences } from "./references.ts";
import { longestHeld, type Read, type ScanOptions, text, withoutMarkers } from "./reply-token.ts";

/** A marker, a link of which the words are left, or ordinary brackets. */
export function readBracket(rest: string, options: ScanOptions, isEnd: boolean): Read | null {
  const [whole, content = ""] = /^[[【［]([^[\]【】［］\n]{0,200})[\]】］]/.exec(rest) ?? [];
  if (whole === undefined) {
    const isNone = isEnd || rest.length > 200 || /[[【［\n]/.test(rest.slice(1));
    return isNone ? text(1, rest.startsWith("[") ? "［" : rest.slice(0, 1)) : null;
  }
  const isAscii = rest.startsWith("[");
  if (isAscii && whole.length === rest.length && !isEnd) return null;
  const target = isAscii ? readTarget(rest.slice(whole.length), isEnd) : 0;
  if (target === null) return null;
  const length = whole.length + target;
  const references = readReferences(content, options.passageCount);
  if (references) return { length, tokens: [{ kind: "marker", references }] };
  if (/[<`!]|:\/\/|www\./i.test(content)) return text(1, "［");
  if (target > 0) return text(length, content);
  const isPlain = isAscii && !/^\d+$/.test(content) && !/[[(:]/.test(rest[length] ?? "");
  return text(length, isPlain || !isAscii ? whole : `［${content}］`);
}

/** The length of a link's `(…)`, 0 where none follows, null where its end is still to come. */
function readTarget(rest: string, isEnd: boolean): number | null {
  if (!rest.startsWith("(")) return 0;
  const target = /^\((?:[^()\n]|\([^()\n]*\))*\)/.exec(rest)?.[0];
  if (target !== undefined) return target.length;
  return isEnd || rest.includes("\n") || rest.length > longestHeld * 5 ? 0 : null;
}

export function readClosing(rest: string, isEnd: boolean): Read | null {
  if (rest.length === 1 && !isEnd) return null;
  return text(1, /^\][[(:]/.test(rest) ? "］" : "]");
}

const address =
  /^(?:https?:\/\/|www\.)[^\s<>"'`，。；、！？（）「」『』《》【】\u3000-\u303f\u3400-\u9fff]*/i;

/** An address that stands in the passages is left as text; any other goes. */
export function readUrl(rest: string, { isKnownUrl }: ScanOptions, isEnd: boolean): Read | null {
  const whole = address.exec(rest)?.[0] ?? "";
  if (whole.length === rest.length && !isEnd && whole.length < longestHeld * 5) return null;
  const url = whole.replace(/[.,;:!?)\]]+$/, "");
  const tail = /^[.,;:!?)]*/.exec(whole.slice(url.length))?.[0] ?? "";
  const { tokens } = withoutMarkers(whole);
  const dropped = tokens.filter(({ kind }) => kind === "dropped");
  return {
    length: whole.length,
    tokens: [...text(0, isKnownUrl(url) ? url + tail : tail).tokens, ...dropped],
  };
}
