import type { Readiness } from "../../../server/api/types.ts";
import { ProblemError, readProblem } from "./problem.ts";

/** Whether questions can be answered. A 503 is an answer too: it says what is missing. */
export async function readReadiness(signal: AbortSignal): Promise<Readiness> {
  const response = await fetch("/readyz", { signal });
  if (!response.ok && response.status !== 503) throw new ProblemError(await readProblem(response));
  return (await response.json()) as Readiness;
}
