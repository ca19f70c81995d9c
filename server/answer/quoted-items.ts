import { runningText } from "./running-text.ts";

/** Quoted sentences as lines: each item of a list and each row of a table is one of its own. */
export function quotedItems(sentences: readonly string[]): string[] {
  const items: string[][] = [];
  for (const sentence of sentences) {
    const open = items.at(-1);
    if (open === undefined || startsItem.test(sentence)) items.push([sentence]);
    else open.push(sentence);
  }
  return items.map(runningText);
}

const startsItem = /^(?:[-–—*•·]\s+\S|\|.*\|\s*$)/;

/** Without the source's marks of lists, emphasis and a row's edges, which an answer's own layout replaces. */
export function withoutMarks(item: string): string {
  return item
    .replace(/^(?:[-–—*•·]\s+)?(?=\S)/, "")
    .replace(/^\|(.*)\|\s*$/, "$1")
    .replaceAll("**", "")
    .trim();
}
