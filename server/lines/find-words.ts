import { setImmediate } from "node:timers/promises";
import type { Line } from "../../ingest/document.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { fold } from "../../ingest/language/fold.ts";
import type { FoundPlace, FoundPlaces } from "../api/documents.ts";
import { lineAt, type PlainLines, plain, toPlainLines } from "./plain-lines.ts";

/** Lines looked through at once, some milliseconds' work, before other requests have their turn. */
const linesAtOnce = 1000;
/** How far a place that begins in one part may reach into the next. */
const linesBeyond = 100;
const mostPlaces = 2000;

/**
 * Where words stand in a document, in either Chinese script, any width and any case, also across the end of a line.
 * Between two letters of a script that is written with blanks, a blank or line end counts; anywhere else it does not.
 */
export async function findWords(
  base: KnowledgeBase,
  document: { readonly id: string; readonly lineCount: number },
  query: string,
  signal: AbortSignal,
): Promise<FoundPlaces> {
  const wanted = readWanted(query);
  const places: FoundPlace[] = [];
  for (let from = 1; from <= document.lineCount; from += linesAtOnce) {
    await setImmediate(undefined, { signal });
    const lines = toPlainLines(base.lines(document.id, from, from + linesAtOnce + linesBeyond - 1));
    const own = lines.starts[linesAtOnce] ?? lines.text.length;
    for (const place of findIn(lines, wanted, own)) {
      if (places.length === mostPlaces) return { places, isComplete: false };
      places.push(place);
    }
  }
  return { places, isComplete: true };
}

interface Wanted {
  readonly text: string;
  /** Offsets between two spaced letters, and whether a blank stands there. */
  readonly joints: readonly { readonly at: number; readonly isGap: boolean }[];
}

function readWanted(query: string): Wanted {
  const folded = fold(query).trim();
  const text = plain(folded);
  const gaps = new Set<number>();
  let at = 0;
  for (const character of folded) {
    if (/\s/u.test(character)) gaps.add(at);
    else at += character.length;
  }
  const joints = Array.from({ length: text.length }, (_, index) => index)
    .filter((index) => spacedPair.test(text.slice(Math.max(0, index - 1), index + 1)))
    .map((index) => ({ at: index, isGap: gaps.has(index) }));
  return { text, joints };
}

const spacedPair = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]{2}$/u;

/** The places that begin before `end`, an offset of the plain text. */
function* findIn(lines: PlainLines, { text, joints }: Wanted, end: number): Generator<FoundPlace> {
  const placeOf = placeIn(lines);
  const followsGap = (at: number) => {
    const { line, offset } = placeOf(at);
    const before = placeOf(at - 1);
    return line !== before.line || offset - before.offset > 1;
  };
  let at = lines.text.indexOf(text);
  while (at >= 0 && at < end) {
    const start = at;
    const fits = joints.every((joint) => followsGap(start + joint.at) === joint.isGap);
    if (fits) {
      const first = placeOf(start);
      const last = placeOf(start + text.length - 1);
      yield { startLine: first.line, start: first.offset, endLine: last.line, end: last.offset + 1 };
    }
    at = lines.text.indexOf(text, fits ? start + text.length : start + 1);
  }
}

/** Where a character of the plain text stands. A line is gone through once, however many places it holds. */
function placeIn({ lines, starts }: PlainLines): (at: number) => { line: number; offset: number } {
  const known = new Map<Line, Uint32Array>();
  const offsetsOf = (line: Line) => {
    const offsets = known.get(line) ?? letterOffsets(line);
    known.set(line, offsets);
    return offsets;
  };
  return (at) => {
    const index = lineAt(starts, at);
    const line = lines[index];
    if (line === undefined) return { line: 0, offset: 0 };
    return { line: line.number, offset: offsetsOf(line)[at - (starts[index] ?? 0)] ?? line.text.length };
  };
}

/** Where in a line each of its characters stands that is no blank; folding leaves offsets as they are. */
function letterOffsets({ text: written }: Line): Uint32Array {
  const text = fold(written);
  const offsets = new Uint32Array(text.length);
  let count = 0;
  for (let offset = 0; offset < text.length; offset++)
    if (!/\s/u.test(text[offset] ?? "")) offsets[count++] = offset;
  return offsets.subarray(0, count);
}
