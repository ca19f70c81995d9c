import type { Asked, Client } from "./client.ts";
import { type Case, isFollowUp, isToBeRefused } from "./datasets/case.ts";
import type { CheckedCitation } from "./metrics/citation-validity.ts";
import type { FoundPassage } from "./wire.ts";

/** A run that failed says nothing about quality, so it is counted apart from every score. */
export type Attempt<Value> =
  | { readonly status: "done"; readonly value: Value; readonly elapsedInMs: number }
  | { readonly status: "errored"; readonly message: string };

export interface CheckedAnswer extends Asked {
  /** The answer's citations with the lines their documents really have there. */
  readonly citations: readonly CheckedCitation[];
}

export interface CaseResult {
  readonly case: Case;
  /** Null where the case is not searched for. */
  readonly search: Attempt<readonly FoundPassage[]> | null;
  readonly ask: Attempt<CheckedAnswer> | null;
}

export interface RunOptions {
  readonly cases: readonly Case[];
  readonly client: Client;
  readonly only?: "search" | "ask" | undefined;
  /** Passages asked for in one search. */
  readonly limit: number;
  /** Results of an interrupted run by case, which are not asked again. */
  readonly done?: ReadonlyMap<string, CaseResult>;
  readonly onResult?: (result: CaseResult) => Promise<void>;
  readonly onProgress?: (done: number, errored: number) => void;
}

/** One case after the other, so that the times are those of a quiet server. */
export async function runCases({ cases, client, only, limit, done, onResult, onProgress }: RunOptions) {
  const results: CaseResult[] = [];
  for (const next of cases) {
    const held = done?.get(next.id);
    const result = held ?? (await runCase(next, { client, only, limit }));
    if (held === undefined) await onResult?.(result);
    results.push(result);
    onProgress?.(results.length, results.filter(isErrored).length);
  }
  return results;
}

async function runCase(
  next: Case,
  { client, only, limit }: Pick<RunOptions, "client" | "only" | "limit">,
): Promise<CaseResult> {
  const search =
    only !== "ask" && isSearchable(next)
      ? await attempt(() => client.search(next.question, limit, next.documents))
      : null;
  const ask =
    only !== "search" ? await attempt(() => client.ask(next.question, next.history, next.documents)) : null;
  return { case: next, search, ask: ask === null ? null : await checkCitations(ask, client) };
}

export function isErrored({ search, ask }: CaseResult): boolean {
  return search?.status === "errored" || ask?.status === "errored";
}

/** A search has no history, so what a follow-up retrieves is read from its answer's stream. */
function isSearchable(next: Case): boolean {
  return !isToBeRefused(next) && !isFollowUp(next);
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
  const startInMs = performance.now();
  try {
    const value = await work();
    return { status: "done", value, elapsedInMs: performance.now() - startInMs };
  } catch (error) {
    return { status: "errored", message: error instanceof Error ? error.message : String(error) };
  }
}

async function checkCitations(asked: Attempt<Asked>, client: Client): Promise<Attempt<CheckedAnswer>> {
  if (asked.status === "errored") return asked;
  const checked = await attempt(() =>
    Promise.all(
      asked.value.answer.citations.map(async (citation) => ({
        ...citation,
        lines: await client.readLines(citation),
      })),
    ),
  );
  if (checked.status === "errored") return checked;
  return { ...asked, value: { ...asked.value, citations: checked.value } };
}
