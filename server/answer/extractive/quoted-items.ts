import { runningText } from "../running-text.ts";

/** Quoted sentences as lines of the answer's list: each item of a list and each row of a table is one of its own. */
export function quotedItems(sentences: readonly string[]): string[] {
  const items: string[][] = [];
  for (const sentence of sentences) {
    const open = items.at(-1);
    if (open === undefined || startsItem.test(sentence)) items.push([withoutMarks(sentence)]);
    else open.push(withoutMarks(sentence));
  }
  return items.map(runningText);
}

const startsItem = /^(?:[-–—*•·]\s+\S|\|.*\|\s*$)/;

/** Without the source's marks of lists, emphasis and a row's edges, which the answer's own layout replaces. */
function withoutMarks(text: string): string {
  return text
    .replace(/^(?:[-–—*•·]\s+)?(?=\S)/, "")
    .replace(/^\|(.*)\|\s*$/, "$1")
    .replaceAll("**", "")
    .trim();
}
