import type { Case } from "../datasets/case.ts";
import type { CheckedAnswer } from "../run.ts";
import { countSharedLines } from "./line-overlap.ts";
import { absent, type Measure, measureOf } from "./measure.ts";

type Scored = Pick<Case, "kind" | "gold">;

/**
 * 1 where an answer over documents that contradict each other says so in its field `conflicts`, with sides that cite
 * gold of two documents at least (RGB's error detection, Chen et al. 2024, section 3, by field in place of a phrase).
 * A refusal says nothing of it. Absent for questions that are not about a contradiction.
 */
export function conflictFlag({ kind, gold }: Scored, { answer }: Pick<CheckedAnswer, "answer">): Measure {
  if (kind !== "conflict") return absent;
  const ofMarker = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  const documentsOf = (marker: number) =>
    gold.flatMap((range) => {
      const citation = ofMarker.get(marker);
      return citation && countSharedLines(range, citation) > 0 ? [range.document] : [];
    });
  return measureOf(
    (answer.conflicts ?? []).some(
      ({ sides }) => new Set(sides.flatMap(({ citations }) => citations.flatMap(documentsOf))).size > 1,
    ),
  );
}

/**
 * 1 where an answer speaks of a contradiction that nobody planted; 0 is best. Absent for questions about one, for
 * those that set documents side by side, which may well differ, and for refusals.
 */
export function falseConflict({ kind }: Scored, { answer }: Pick<CheckedAnswer, "answer">): Measure {
  if (kind === "conflict" || kind === "compare" || kind === "two-documents") return absent;
  if (answer.status === "not_found") return absent;
  return measureOf((answer.conflicts ?? []).length > 0);
}
