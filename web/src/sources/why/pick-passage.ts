import type { FoundPassage } from "../../../../server/api/types.ts";
import type { LineRange } from "../line-range.ts";

/** The passage that holds most of the lines, the better one of equals; null where none holds any. */
export function pickPassage(passages: readonly FoundPassage[], lines: LineRange): FoundPassage | null {
  const [best] = passages
    .map((passage) => ({ passage, shared: countShared(passage, lines) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return best?.passage ?? null;
}

function countShared({ startLine, endLine }: FoundPassage, { from, to }: LineRange): number {
  return Math.min(endLine, to) - Math.max(startLine, from) + 1;
}
