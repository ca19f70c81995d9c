import { type Explanation, explainRefusal } from "./explain-refusal.ts";
import type { RefusedSource } from "./split-report.ts";

export interface RefusalGroup extends Explanation {
  /** The server's message, where it adds something and is the same for every file of the group. */
  readonly sharedDetail: string | null;
  readonly files: readonly { readonly id: string; readonly detail: string | null }[];
}

/** The files left out, by what is to be done about them, in the order in which each reason is first met. */
export function groupRefusals(refused: readonly RefusedSource[]): readonly RefusalGroup[] {
  const groups = new Map<Explanation, RefusedSource[]>();
  for (const source of refused) {
    const explanation = explainRefusal(source.code);
    const group = groups.get(explanation);
    if (group === undefined) groups.set(explanation, [source]);
    else group.push(source);
  }
  return [...groups].map(([explanation, sources]) => toGroup(explanation, sources));
}

function toGroup(explanation: Explanation, sources: readonly RefusedSource[]): RefusalGroup {
  const [first] = sources;
  const isShared = sources.length > 1 && sources.every(({ message }) => message === first?.message);
  const { hasDetail } = explanation;
  return {
    ...explanation,
    sharedDetail: hasDetail && isShared && first !== undefined ? first.message : null,
    files: sources.map(({ id, message }) => ({ id, detail: hasDetail && !isShared ? message : null })),
  };
}
