import type { PassageResult } from "../../../server/api/types.ts";
import { plainLine } from "./plain-line.ts";

/** A passage's text for a few lines of preview; headings shown above it are not repeated. */
export function previewPassage({ text, headings }: Pick<PassageResult, "text" | "headings">): string {
  const shown = headings.map(plainLine);
  return text
    .split("\n")
    .map(plainLine)
    .filter((line) => line !== "" && !shown.includes(line))
    .join(" ");
}

/** The headings over a passage, each once, without the document's own title. */
export function shownHeadings({ title, headings }: Pick<PassageResult, "title" | "headings">): string[] {
  const isTitle = (heading: string) => withoutBlanks(heading) === withoutBlanks(title);
  return [...new Set(headings.map(plainLine))].filter((heading) => heading !== "" && !isTitle(heading));
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, "");
}
