import type { Inline, Words } from "./parse-answer.ts";

/** Inlines between which no line breaks. */
export type Joined = readonly [Inline, ...Inline[]];

/** More would be wider than a narrow screen. */
const mostMarkers = 4;

/** Joins markers with the word, or the Chinese character, that they stand after, so that none begins a line alone. */
export function joinMarkers(inlines: readonly Inline[]): readonly Joined[] {
  const groups: [Inline, ...Inline[]][] = [];
  for (const [index, inline] of inlines.entries()) {
    const last = groups.at(-1);
    const markers = last?.filter(({ kind }) => kind === "marker").length ?? 0;
    const isBetween = isBlank(inline) && markers > 0 && inlines[index + 1]?.kind === "marker";
    const isMarker = inline.kind === "marker" && last !== undefined;
    if ((isMarker || isBetween) && markers < mostMarkers) last?.push(inline);
    else groups.push(...splitLastWord(inline, inlines[index + 1]));
  }
  return groups;
}

/** Words before a marker, their last one apart. */
function splitLastWord(inline: Inline, next: Inline | undefined): [Inline][] {
  if (inline.kind === "marker" || next?.kind !== "marker") return [[inline]];
  const cut = inline.text.search(lastWord);
  if (cut <= 0) return [[inline]];
  return [[slice(inline, 0, cut)], [slice(inline, cut, inline.text.length)]];
}

/** A Chinese character, or a word short enough to be kept whole, with the marks that close it. */
const lastWord = /(?:\p{Script=Han}|[^\s\p{Script=Han}\p{P}]{0,20})[\p{P}\p{S}]*\s*$/u;

function slice(words: Words, from: number, to: number): Words {
  const text = words.text.slice(from, to);
  return { kind: words.kind, text, start: words.start + from, end: words.start + from + text.length };
}

function isBlank(inline: Inline): boolean {
  return inline.kind === "text" && inline.text.trim() === "";
}
