import type { Line } from "../document.ts";
import { columnsOf, hasTrailingBlank, isFull, type Layout } from "./layout.ts";
import { findMarker, isHeadingStyle, isWeakStyle, type Marker } from "./markers.ts";

/** Lines joined back into running text; `lineOf[i]` is the line that character i stands on. */
export interface Paragraph {
  readonly text: string;
  readonly lineOf: readonly number[];
  readonly marker: Marker | null;
  /** Depth of the heading that its format says it is, or null where only its look can tell. */
  readonly heading: number | null;
  readonly startLine: number;
  readonly endLine: number;
}

export interface JoinOptions {
  readonly layout: Layout;
  readonly furniture: ReadonlySet<number>;
}

/** Undoes hard wraps and page breaks. Every line that is neither blank nor furniture ends up in one paragraph. */
export function joinParagraphs(lines: readonly Line[], options: JoinOptions): Paragraph[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    if (line.text.trim() === "" || options.furniture.has(line.number)) continue;
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && continues(previous, line, options) && !isWholeHeading(group, options.layout))
      group.push(line);
    else groups.push([line]);
  }
  return groups.map(toParagraph);
}

/** Whether a sentence may end with the line. */
export function isFinished(line: string): boolean {
  return ended.test(line.trim());
}

const ended = /[。！？!?；;：:…][」』）)”’》】\]*]*$|[.][”’")\]*]*$/;
const openEnded = /[，、,（(「『《]$|\p{Script=Latin}[-‐]$/u;

/** Whether `next` goes on with the paragraph that `previous` stands in. */
function continues(previous: Line, next: Line, { layout, furniture }: JoinOptions): boolean {
  if (previous.heading !== undefined || next.heading !== undefined) return isHeadingContinued(previous, next);
  const before = previous.text.trim();
  const marker = findMarker(next.text);
  const isEnd = isFinished(before);
  if (marker && !(isWeakStyle(marker.style) && isCutShort(previous, isEnd, layout))) return false;
  if (standsAlone(before)) return false;
  const gap = next.number - previous.number - 1;
  const crossesPage = hasFurnitureBetween(previous.number, next.number, furniture);
  if (gap > layout.usualGap && !crossesPage)
    return layout.usualGap === 0 ? false : gap <= 2 && openEnded.test(before);
  if (isEnd) return isFinishedLineContinued(previous, layout);
  if (layout.wrapColumns === null) return openEnded.test(before) || isLong(before) || crossesPage;
  if (isFull(before, layout.wrapColumns) || openEnded.test(before)) return true;
  if (overflows(before, next.text, layout.wrapColumns)) return true;
  if (isLong(before) && opensInSentence(next.text)) return true;
  return layout.trailingBlankEnds && !hasTrailingBlank(previous);
}

/** A heading set over several lines of a page; where the format has no pages, every line is a heading of its own. */
function isHeadingContinued(previous: Line, next: Line): boolean {
  return previous.page !== null && previous.heading === next.heading && next.number === previous.number + 1;
}

/** A numbered line without inner punctuation that ends in a telling blank, however full it is. */
function isWholeHeading(group: readonly Line[], layout: Layout): boolean {
  const last = group.at(-1);
  if (!layout.trailingBlankEnds || !last || !hasTrailingBlank(last) || group.length > 2) return false;
  const text = group.map((line) => line.text.trim()).join("");
  const marker = findMarker(text);
  return marker !== null && isHeadingStyle(marker.style) && !/[，。；：,;:]/.test(text.slice(marker.length));
}

/** Headings that are marked as such and rows of tables are whole as they stand. */
function standsAlone(line: string): boolean {
  const style = findMarker(line)?.style;
  return style === "markdown-heading" || style === "table-row";
}

/** Whether the next line's first word had no room left on this one. */
function overflows(before: string, next: string, wrapColumns: number): boolean {
  const word = /^\s*([^\s\p{Script=Han}]+)/u.exec(next)?.[1] ?? "";
  return columnsOf(before) + 1 + columnsOf(word) > wrapColumns;
}

/** A small letter opens no sentence: where letters are of unequal width, a full line may have few of them. */
function opensInSentence(line: string): boolean {
  return /^\s*[a-zà-ÿ]/u.test(line);
}

/** A full line without an end, so that what opens the next line is more likely text than a marker. */
function isCutShort(line: Line, isEnd: boolean, layout: Layout): boolean {
  if (isEnd || (layout.trailingBlankEnds && hasTrailingBlank(line))) return false;
  return layout.wrapColumns === null ? isLong(line.text.trim()) : isFull(line.text, layout.wrapColumns);
}

/** A sentence may end exactly where its line does; only wrapped text then goes on. */
function isFinishedLineContinued(previous: Line, layout: Layout): boolean {
  if (layout.wrapColumns === null || !isFull(previous.text, layout.wrapColumns)) return false;
  return !layout.trailingBlankEnds || !hasTrailingBlank(previous);
}

/** Too long for a heading, so the missing full stop means that the text was cut. */
export function isLong(text: string): boolean {
  return text.length > 45;
}

function hasFurnitureBetween(from: number, to: number, furniture: ReadonlySet<number>): boolean {
  for (let number = from + 1; number < to; number++) if (furniture.has(number)) return true;
  return false;
}

export function toParagraph(lines: readonly Line[]): Paragraph {
  let text = "";
  const lineOf: number[] = [];
  for (const line of lines) {
    const piece = line.text.trim();
    if (needsSpace(text, piece)) {
      text += " ";
      lineOf.push(lineOf.at(-1) ?? line.number);
    }
    text += piece;
    for (let index = 0; index < piece.length; index++) lineOf.push(line.number);
  }
  const startLine = lineOf[0] ?? 0;
  return {
    text,
    lineOf,
    marker: findMarker(text),
    heading: lines[0]?.heading ?? null,
    startLine,
    endLine: lineOf.at(-1) ?? startLine,
  };
}

/** Latin text keeps the space that its line break stood for, even behind a hyphen; Chinese has none. */
function needsSpace(before: string, after: string): boolean {
  if (/\p{Script=Latin}[-‐]$/u.test(before)) return /^\p{Ll}/u.test(after);
  return /[\p{Script=Latin}\p{N}.,;:!?)"'’”%]$/u.test(before) && /^[\p{Script=Latin}\p{N}("'‘“]/u.test(after);
}
