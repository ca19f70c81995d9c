import type { Inline } from "./parse-answer.ts";
import type { Doubt } from "./place-sentences.ts";

/** Neighbouring inlines under the same verdict; `isLast` where the doubtful sentence ends here. */
export interface Run {
  readonly doubt: Doubt | null;
  readonly isLast: boolean;
  readonly inlines: readonly Inline[];
}

/** Cuts one line of an answer where doubtful sentences begin and end. */
export function splitAtDoubts(line: readonly Inline[], doubts: readonly Doubt[]): readonly Run[] {
  const runs: { doubt: Doubt | null; inlines: Inline[] }[] = [];
  for (const piece of line.flatMap((inline) => cutInline(inline, doubts))) {
    const doubt = doubts.find(({ start, end }) => piece.start < end && piece.end > start) ?? null;
    const open = runs.at(-1);
    if (open !== undefined && open.doubt === doubt) open.inlines.push(piece);
    else runs.push({ doubt, inlines: [piece] });
  }
  return runs.map(({ doubt, inlines }) => ({
    doubt,
    inlines,
    isLast: doubt !== null && (inlines.at(-1)?.end ?? 0) >= doubt.end,
  }));
}

/** Only plain text is cut: a strong stretch or a marker is whole on one side. */
function cutInline(inline: Inline, doubts: readonly Doubt[]): readonly Inline[] {
  if (inline.kind !== "text") return [inline];
  const cuts = doubts
    .flatMap(({ start, end }) => [start, end])
    .filter((cut) => cut > inline.start && cut < inline.end)
    .sort((first, second) => first - second);
  const edges = [inline.start, ...cuts, inline.end];
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? inline.start;
    return { ...inline, text: inline.text.slice(start - inline.start, end - inline.start), start, end };
  });
}
