import type { Line } from "../document.ts";
import { isFull, type Layout } from "./layout.ts";
import { findMarker } from "./markers.ts";
import { isFinished, isLong, type JoinOptions } from "./paragraphs.ts";

/**
 * Footnotes of a page's end that stand in mid-sentence, each as its lines. A note opens with its mark, the mark stands
 * behind a word shortly before, marks count up, and the sentence that the note interrupts goes on after it.
 */
export function findFootnotes(lines: readonly Line[], { layout, furniture }: JoinOptions): Line[][] {
  const text = lines.filter((line) => line.text.trim() !== "" && !furniture.has(line.number));
  const found: Line[][] = [];
  let last = 0;
  for (let at = 1; at < text.length; at++) {
    if (!isInterrupted(text[at - 1] as Line, layout) || !opensNotes(text, at, layout)) continue;
    const notes = readNotes(text, at, last, layout);
    const size = notes.flat().length;
    const next = text[at + size];
    if (size === 0 || !next || next.heading !== undefined || findMarker(next.text)) continue;
    found.push(...notes);
    last = markOf(notes.at(-1)?.[0]) ?? last;
    at += size;
  }
  return found;
}

/** Whether the text breaks off with this line: it fills the width and its sentence has no end. */
function isInterrupted({ text, heading }: Line, { wrapColumns }: Layout): boolean {
  if (heading !== undefined || isFinished(text) || findMarker(text)?.style === "table-row") return false;
  return wrapColumns === null ? isLong(text.trim()) : isFull(text, wrapColumns);
}

/** A number that opens a line of text may stand there by chance, unless the line stands apart. */
function opensNotes(text: readonly Line[], at: number, layout: Layout): boolean {
  const line = text[at] as Line;
  if (markOf(line) === null) return false;
  return !/^\s*\d+\s+\S/.test(line.text) || isGap(text[at - 1] as Line, line, layout);
}

function isGap(line: Line, next: Line, { usualGap }: Layout): boolean {
  return next.number - line.number - 1 > usualGap || next.page !== line.page;
}

/** A page's worth of lines. */
const linesBefore = 60;
const mostLines = 15;

/** Notes one after another from `at`, numbered beyond `last` or, as where each page counts anew, from 1. */
function readNotes(text: readonly Line[], at: number, last: number, layout: Layout): Line[][] {
  const notes: Line[][] = [];
  const before = text.slice(Math.max(0, at - linesBefore), at);
  let from = at;
  let expected = markOf(text[at]) ?? 0;
  if (expected <= last && expected !== 1) return notes;
  while (markOf(text[from]) === expected && isReferredTo(expected, before)) {
    const end = findEnd(text, from, layout);
    if (end === null) break;
    notes.push(text.slice(from, end));
    from = end;
    expected++;
  }
  return notes;
}

const opening = /^\s*(?:(\d{1,3})(?=\s|$)|([⁰¹²³⁴-⁹]{1,3})|\[\^?(\d{1,3})\]:?|[註注]\s?(\d{1,3})[：:]?)/u;

/** The number a line opens with as a note does: bare, raised, in square brackets or after 註. */
function markOf(line: Line | undefined): number | null {
  const match = opening.exec(line?.text ?? "");
  const digits = match?.slice(1).find((group) => group !== undefined);
  return digits === undefined ? null : Number(lower(digits));
}

function lower(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => digit.normalize("NFKC"));
}

/** Whether the mark stands in the lines, close behind a word and not as a number with its unit. */
function isReferredTo(mark: number, lines: readonly Line[]): boolean {
  const behindWord =
    "(?<=[\\p{L}\\p{Pe}\\p{Pf}.,;:。，；：、!?！？\"'])(?<![第表圖图附件章節节條条\\d][.,]?)";
  const noUnit = "(?!\\d|[.．,]\\d|[%％年月日個个項项所間间家名位次條条萬万億亿元]|\\p{Script=Latin})";
  const reference = new RegExp(
    `${behindWord}${mark}${noUnit}|\\[\\^?${mark}\\]|[註注]\\s?${mark}(?!\\d)`,
    "u",
  );
  return lines.some((line) => reference.test(lower(line.text)));
}

/** The line after the note that opens at `from`: after a sentence that ends on a short line, or before a gap. */
function findEnd(text: readonly Line[], from: number, layout: Layout): number | null {
  const isMarkAlone = opening.exec(text[from]?.text ?? "")?.[0] === text[from]?.text.trimEnd();
  for (let at = isMarkAlone ? from + 1 : from; at < Math.min(text.length - 1, from + mostLines); at++) {
    const [line, next] = [text[at] as Line, text[at + 1] as Line];
    const isShort = layout.wrapColumns === null || !isFull(line.text, layout.wrapColumns);
    const isBreak = isGap(line, next, layout) || markOf(next) !== null;
    if (isBreak ? isShort || isFinished(line.text) : isShort && isFinished(line.text)) return at + 1;
  }
  return null;
}
