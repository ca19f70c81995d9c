import { setImmediate } from "node:timers/promises";
import type { Line } from "../../ingest/document.ts";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { lineAt, type PlainLines, toPlainLines } from "./plain-lines.ts";

/** Lines read at once, some milliseconds' work, before other requests have their turn. */
const linesAtOnce = 1000;

/** Words as `plain` makes them, and the line they are to stand near to. */
interface SoughtWords {
  readonly words: string;
  readonly near: number;
}

interface Place {
  readonly startLine: number;
  readonly endLine: number;
  readonly page: number | null;
}

/**
 * For each of the words the place nearest to their line, within the lines `from`..`to` of a document, or null; the
 * first of two that are as near. Held in memory are a part of the lines and as many before it as the longest words
 * may have begun on.
 */
export async function findNearest(
  base: KnowledgeBase,
  { document, from, to }: { readonly document: string; readonly from: number; readonly to: number },
  sought: readonly SoughtWords[],
  signal: AbortSignal,
): Promise<readonly (Place | null)[]> {
  const longest = Math.max(0, ...sought.map(({ words }) => words.length));
  let nearest: readonly (Place | null)[] = sought.map(() => null);
  let before: readonly Line[] = [];
  for (let first = from; first <= to; first += linesAtOnce) {
    if (first > from) await setImmediate(undefined, { signal });
    const next = base.lines(document, first, Math.min(to, first + linesAtOnce - 1));
    const part = toPlainLines([...before, ...next]);
    nearest = sought.map((words, index) => nearestIn(part, words, nearest[index] ?? null));
    before = lastLines(part, longest - 1);
  }
  return nearest;
}

function nearestIn({ lines, text, starts }: PlainLines, { words, near }: SoughtWords, known: Place | null) {
  let nearest = known;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const first = lines[lineAt(starts, at)];
    const last = lines[lineAt(starts, at + words.length - 1)];
    if (first === undefined || last === undefined) break;
    const place = { startLine: first.number, endLine: last.number, page: first.page };
    if (nearest === null || distance(place, near) < distance(nearest, near)) nearest = place;
  }
  return nearest;
}

function distance({ startLine }: Place, near: number): number {
  return Math.abs(startLine - near);
}

/** The lines that hold the last characters of the text; blank lines hold none. */
function lastLines({ lines, text, starts }: PlainLines, characters: number): readonly Line[] {
  const first = lineAt(starts, Math.max(0, text.length - characters));
  return lines.slice(Math.max(0, first)).filter(({ text }) => /\S/u.test(text));
}
