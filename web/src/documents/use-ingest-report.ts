import { useCallback, useEffect, useState } from "react";
import type { IngestReport } from "../../../server/api/documents.ts";
import type { Problem } from "../../../server/api/types.ts";
import { ProblemError } from "../api/problem.ts";
import { readIngestReport } from "../api/read-ingest-report.ts";
import type { ReadinessState } from "../readiness/use-readiness.ts";

export type ReportState =
  | { readonly state: "loading" }
  | { readonly state: "open"; readonly report: IngestReport }
  /** Nothing has been ingested yet. */
  | { readonly state: "none" }
  | { readonly state: "failed"; readonly problem: Problem | null };

/** The last ingest's report: asked for again when the server becomes ready and when the reader comes back. */
export function useIngestReport(readiness: ReadinessState) {
  const [shown, setShown] = useState<ReportState>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((latest) => latest + 1), []);
  const stage = typeof readiness === "object" ? readiness.reason : readiness;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    if (stage === "asking") return;
    const controller = new AbortController();
    readIngestReport(controller.signal)
      .then((report): ReportState => ({ state: "open", report }))
      .catch(describeFailure)
      .then((next) => {
        if (!controller.signal.aborted) setShown((latest) => chooseBetter(latest, next));
      });
    return () => controller.abort();
  }, [stage, attempt]);

  useEffect(() => {
    window.addEventListener("focus", reload);
    return () => window.removeEventListener("focus", reload);
  }, [reload]);

  return { shown, reload };
}

function describeFailure(error: unknown): ReportState {
  const problem = error instanceof ProblemError ? error.problem : null;
  return problem?.code === "not_ready" ? { state: "none" } : { state: "failed", problem };
}

/** A report that is shown stays while the next one cannot be had. */
function chooseBetter(shown: ReportState, next: ReportState): ReportState {
  return shown.state === "open" && next.state === "failed" ? shown : next;
}
