import { absent, type Measure, measureOf } from "./measure.ts";

interface RefusalCase {
  /** True for questions whose only right answer is `not_found`. */
  readonly toBeRefused: boolean;
  readonly status: "answered" | "not_found";
}

/** Share of questions the documents do not answer that are refused (status `not_found`). Absent for the others. */
export function refusalRecall({ toBeRefused, status }: RefusalCase): Measure {
  return toBeRefused ? measureOf(status === "not_found") : absent;
}

/** Share of answerable questions that are refused all the same; 0 is best. Absent for the others. */
export function falseRefusal({ toBeRefused, status }: RefusalCase): Measure {
  return toBeRefused ? absent : measureOf(status === "not_found");
}
