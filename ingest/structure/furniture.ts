import type { Furniture, Line } from "../document.ts";

const pageNumber =
  /^\s*(?:[-–—]\s*)?(?:第\s*|page\s+)?(\d{1,4})(?:\s*[頁页])?(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?\s*$/i;
const rule = /^\s*(?:[-=_*~]{3,}|(?:[-=_*]\s){3,}[-=_*]?|\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*)\s*$/;

/** Lines that belong to the page and not to the text: page numbers, running headers and footers, rules, tables of contents. */
export function findFurniture(lines: readonly Line[]): Furniture[] {
  const headers = runningHeaders(lines);
  const numbers = pageNumberLines(lines);
  const contents = contentsLines(lines);
  return lines.flatMap((line): Furniture[] => {
    if (line.text.trim() === "") return [];
    if (rule.test(line.text)) return [{ line: line.number, reason: "rule" }];
    if (numbers.has(line.number)) return [{ line: line.number, reason: "page-number" }];
    if (contents.has(line.number)) return [{ line: line.number, reason: "contents" }];
    if (headers.has(headerKey(line.text))) return [{ line: line.number, reason: "running-header" }];
    return [];
  });
}

/**
 * A bare number stands alone on its page: more blank lines before it than text has, and one after.
 * Numbers that then rise through the document, or a single one, are page numbers; a footnote's number is not.
 */
function pageNumberLines(lines: readonly Line[]): Set<number> {
  const candidates = lines.flatMap((line, index) => {
    const value = Number(pageNumber.exec(line.text)?.[1]);
    if (!Number.isInteger(value) || value > 2000 || !standsAlone(lines, index)) return [];
    return [{ line: line.number, value }];
  });
  return new Set(longestRise(candidates).map((candidate) => candidate.line));
}

function standsAlone(lines: readonly Line[], index: number): boolean {
  const isBlank = (at: number) => (lines[at]?.text ?? "").trim() === "";
  return isBlank(index - 1) && isBlank(index - 2) && isBlank(index + 1);
}

function longestRise<T extends { readonly value: number }>(items: readonly T[]): T[] {
  const best: T[][] = [];
  for (const item of items) {
    const before = best.filter((run) => (run.at(-1)?.value ?? 0) < item.value);
    const longest = before.reduce<T[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, item]);
  }
  return best.reduce<T[]>((a, b) => (b.length > a.length ? b : a), []);
}

/** A heading, a leader of points or a wide gap, and the page it stands on. */
const contentsEntry = /^\s*\S.*?(?:\s*[.…·．]{3,}|(?:\s*[.…·．]\s){3,}|\s{4,}|\t+)\s*\d{1,4}\s*$/u;
const leastEntries = 3;

/** Entries of a table of contents in a row, blank lines aside, with rising page numbers: what they say follows in the text. */
function contentsLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  let run: { readonly line: number; readonly page: number }[] = [];
  const close = () => {
    if (run.length >= leastEntries) for (const { line } of run) found.add(line);
    run = [];
  };
  for (const line of lines) {
    if (line.text.trim() === "") continue;
    const page = contentsEntry.test(line.text) ? Number(/(\d+)\s*$/.exec(line.text)?.[1]) : Number.NaN;
    if (Number.isNaN(page) || page < (run.at(-1)?.page ?? 0)) close();
    if (!Number.isNaN(page)) run.push({ line: line.number, page });
  }
  close();
  return found;
}

const leastRepeats = 4;

/** The same short line, digits aside, at least four times, spread evenly as pages are. */
function runningHeaders(lines: readonly Line[]): Set<string> {
  const places = new Map<string, number[]>();
  for (const line of lines) {
    const key = headerKey(line.text);
    if (key.length < 4 || key.length > 60) continue;
    const at = places.get(key);
    if (at) at.push(line.number);
    else places.set(key, [line.number]);
  }
  const isSpread = (numbers: readonly number[]) =>
    numbers.slice(1).every((number, index) => number - (numbers[index] ?? 0) >= 15);
  return new Set(
    [...places].filter(([, at]) => at.length >= leastRepeats && isSpread(at)).map(([key]) => key),
  );
}

/** Markdown marks and list markers make a line text, whatever it repeats. */
function headerKey(text: string): string {
  if (/^\s*(?:[#>|•]|[-*+]\s|\d+[.、)]\s)/.test(text) || /[。！？；：，,;:]\s*$/.test(text)) return "";
  return text.replace(/\d+/g, "0").trim();
}
