/** What a marker in a reply points at: a passage by its number in the prompt, and lines of its document. */
export interface Reference {
  readonly passage: number;
  readonly lines: { readonly from: number; readonly to: number } | null;
}

/**
 * Reads what stands between a marker's brackets, such as `1`, `2:14-16`, `1:3-5, 7-9, 2:7`, `passage 1, 3` or
 * `1†L3-L5`; null where it is no marker. Numbers from 1000 up are years and the like.
 */
export function readReferences(content: string, passageCount: number): Reference[] | null {
  const items = content
    .normalize("NFKC")
    .replace(/\s*([:\-–—~])\s*/g, "$1")
    .split(/\s*(?:[,;、&]|\band\b)\s*/);
  const references: Reference[] = [];
  for (const item of items) {
    const previous = references.at(-1);
    const read = readItem(item.trim(), previous, passageCount);
    if (read === null) return null;
    if (startsWithLines.test(item) && previous?.lines === null) references.pop();
    references.push(...read);
  }
  return references;
}

const label = String.raw`(?:\^|passages?|sources?|doc(?:ument)?s?|refs?|來源|来源|段落?|第|文件|資料|资料)?\s*`;
const range = String.raw`(?:lines? ?|L)?(\d{1,6})(?:[-–—~]L?(\d{1,6}))?`;
const withLines = new RegExp(String.raw`^${label}(\d{1,3})(?:[:†]|:?(?=L))${range}$`, "i");
const withoutLines = new RegExp(String.raw`^${label}(\d{1,3})(?:[-–—~](\d{1,3}))?(?:†.*)?$`, "i");
const onlyLines = new RegExp(`^${range}$`, "i");
const startsWithLines = /^\s*l/i;
const mostPassages = 10;

function readItem(
  item: string,
  previous: Reference | undefined,
  passageCount: number,
): readonly Reference[] | null {
  const placed = withLines.exec(item);
  if (placed) return [{ passage: Number(placed[1]), lines: toLines(placed[2], placed[3]) }];
  const bare = withoutLines.exec(item);
  const isOfPrevious = previous?.lines
    ? bare === null || bare[2] !== undefined || Number(bare[1]) > passageCount
    : startsWithLines.test(item);
  const lines = isOfPrevious ? onlyLines.exec(item) : null;
  if (previous && lines) return [{ passage: previous.passage, lines: toLines(lines[1], lines[2]) }];
  if (bare === null) return null;
  const first = Number(bare[1]);
  const last = Math.min(Number(bare[2] ?? first), first + mostPassages);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => ({
    passage: first + index,
    lines: null,
  }));
}

/** A reversed range is read the other way round. */
function toLines(from = "", to = from) {
  const ends = [Number(from), Number(to)] as const;
  return { from: Math.min(...ends), to: Math.max(...ends) };
}
