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
  readonly probes?: Probes;
}

/** The same question asked again. */
export interface Probes {
  readonly again: readonly Attempt<Asked>[];
  /** Over the documents of its gold and no other; null where these were all it was asked of, or there are none. */
  readonly alone: Attempt<Asked> | null;
}

export interface RunOptions {
  readonly cases: readonly Case[];
  readonly client: Client;
  readonly only?: "search" | "ask" | undefined;
  /** Passages asked for in one search. */
  readonly limit: number;
  /** Whether every question is asked again, for what that says of stability and of noise. */
  readonly probe?: boolean;
  /** Results of an interrupted run by case, which are not asked again. */
  readonly done?: ReadonlyMap<string, CaseResult>;
  readonly onResult?: (result: CaseResult) => Promise<void>;
  readonly onProgress?: (done: number, errored: number) => void;
}

/** One case after the other, so that the times are those of a quiet server. */
export async function runCases(options: RunOptions) {
  const { cases, done, onResult, onProgress } = options;
  const results: CaseResult[] = [];
  for (const next of cases) {
    const held = done?.get(next.id);
    const result = held ?? (await runCase(next, options));
    if (held === undefined) await onResult?.(result);
    results.push(result);
    onProgress?.(results.length, results.filter(isErrored).length);
  }
  return results;
}

async function runCase(next: Case, { client, only, limit, probe = false }: RunOptions): Promise<CaseResult> {
  const search =
    only !== "ask" && isSearchable(next)
      ? await attempt(() => client.search(next.question, limit, next.documents))
      : null;
  const ask =
    only !== "search" ? await attempt(() => client.ask(next.question, next.history, next.documents)) : null;
  const result = { case: next, search, ask: ask === null ? null : await checkCitations(ask, client) };
  return probe && ask !== null ? { ...result, probes: await askAgain(next, client) } : result;
}

/** With the first time, five runs (EVALS.md section 3, stability). */
const timesAgain = 4;

async function askAgain(next: Case, client: Client): Promise<Probes> {
  const ask = (documents: Case["documents"]) =>
    attempt(() => client.ask(next.question, next.history, documents));
  const again: Attempt<Asked>[] = [];
  while (again.length < timesAgain) again.push(await ask(next.documents));
  const holding = [...new Set(next.gold.map(({ document }) => document))];
  const isNoisy = next.documents.length === 0 && holding.length > 0;
  return { again, alone: isNoisy ? await ask(holding) : null };
}

export function isErrored(result: CaseResult): boolean {
  return attemptsOf(result).some(({ status }) => status === "errored");
}

export function attemptsOf({ search, ask, probes }: CaseResult): readonly Attempt<unknown>[] {
  const attempts = [search, ask, ...(probes?.again ?? []), probes?.alone ?? null];
  return attempts.filter((attempt) => attempt !== null);
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
    return { status: "errored", message: describe(error) };
  }
}

/** What failed, and why where only its cause says so: "fetch failed" does not. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
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
