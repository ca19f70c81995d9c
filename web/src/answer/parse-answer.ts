import { markerPattern } from "./markers.ts";

/** Offsets in the answer's text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Words extends Place {
  readonly kind: "text" | "strong";
  readonly text: string;
}

export interface Marker extends Place {
  readonly kind: "marker";
  readonly marker: number;
}

export type Inline = Words | Marker;

export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: "list"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: "group"; readonly lines: readonly (readonly Inline[])[] };

/** The few marks an answer may hold: `**strong**`, `- ` lines as a list, a line all strong as a group's header. */
export function parseAnswer(text: string): readonly Block[] {
  const blocks: { kind: Block["kind"]; lines: Inline[][] }[] = [];
  let previous: Block["kind"] | null = null;
  for (const { line, start } of splitLines(text)) {
    const kind = line.trim() === "" ? null : classifyLine(line);
    if (kind !== null) {
      const content = parseInlines(line, start, kind === "list" ? bulletLength(line) : 0);
      const open = blocks.at(-1);
      if (open !== undefined && kind === previous && kind !== "group") open.lines.push(content);
      else blocks.push({ kind, lines: [content] });
    }
    // A blank line between two list lines does not end the list.
    if (kind !== null || previous !== "list") previous = kind;
  }
  return blocks;
}

function* splitLines(text: string): Generator<{ line: string; start: number }> {
  let start = 0;
  for (const line of text.split("\n")) {
    yield { line, start };
    start += line.length + 1;
  }
}

function classifyLine(line: string): Block["kind"] {
  if (bulletLength(line) > 0) return "list";
  return /^\s*\*\*[^*]+\*\*\s*$/.test(line) ? "group" : "paragraph";
}

function bulletLength(line: string): number {
  return /^\s*- /.exec(line)?.[0].length ?? 0;
}

const markPattern = new RegExp(String.raw`\*\*(?<strong>.+?)\*\*|${markerPattern.source}`, "g");

function parseInlines(line: string, lineStart: number, skipped: number): Inline[] {
  const inlines: Inline[] = [];
  let at = skipped;
  const addText = (to: number) => {
    if (to > at) {
      inlines.push({ kind: "text", text: line.slice(at, to), start: lineStart + at, end: lineStart + to });
    }
  };
  for (const match of line.matchAll(markPattern)) {
    if (match.index < at) continue;
    addText(match.index);
    at = match.index + match[0].length;
    const place = { start: lineStart + match.index, end: lineStart + at };
    const strong = match.groups?.strong;
    if (strong === undefined) inlines.push({ kind: "marker", marker: Number(match[2]), ...place });
    else inlines.push({ kind: "strong", text: strong, ...place });
  }
  addText(line.length);
  return inlines;
}
