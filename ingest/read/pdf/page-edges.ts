import type { Fragment } from "./fragments.ts";

/** What stands clear above or below everything else belongs to no column: a running header, a page number. */
export function detachEdges(fragments: readonly Fragment[]) {
  const top = Math.min(...fragments.map((fragment) => fragment.top));
  const bottom = Math.max(...fragments.map((fragment) => fragment.bottom));
  const head = fragments.filter((fragment) => fragment.top - top < 0.5 * fragment.size);
  const foot = fragments.filter((fragment) => bottom - fragment.bottom < 0.5 * fragment.size);
  const headEnd = Math.max(...head.map((fragment) => fragment.bottom));
  const footStart = Math.min(...foot.map((fragment) => fragment.top));
  const rest = fragments.filter((fragment) => !head.includes(fragment) && !foot.includes(fragment));
  const isHead =
    isBareNumber(head) || rest.every((fragment) => fragment.top - headEnd > clearGap * fragment.size);
  const isFoot =
    isBareNumber(foot) || rest.every((fragment) => footStart - fragment.bottom > clearGap * fragment.size);
  return {
    head: isHead ? head : [],
    body: fragments.filter((item) => !(isHead && head.includes(item)) && !(isFoot && foot.includes(item))),
    foot: isFoot ? foot.filter((item) => !(isHead && head.includes(item))) : [],
  };
}

/** In type sizes, from the foot of one line to the head of another. */
const clearGap = 0.7;

function isBareNumber(fragments: readonly Fragment[]): boolean {
  return isPageNumber(fragments.flatMap((fragment) => fragment.runs.map((run) => run.text)).join(""));
}

/** A number alone, or with the words and strokes that page numbers come with. */
export function isPageNumber(text: string): boolean {
  return /^[-–—\s]*(?:第|page)?\s*\d{1,4}\s*[頁页]?(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i.test(text);
}
