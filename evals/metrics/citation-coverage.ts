import type { CheckedAnswer } from "../run.ts";
import { splitClaims } from "./claims.ts";
import { absent, type Measure, shareOf } from "./measure.ts";

/**
 * Share of an answer's claims with at least 1 citation (the first condition of ALCE's citation recall, Gao et al.
 * 2023, section 3). An answer that says nothing scores 0, a refusal is left out.
 */
export function citationCoverage({ answer }: Pick<CheckedAnswer, "answer">): Measure {
  if (answer.status === "not_found") return absent;
  const claims = splitClaims(answer.text);
  if (claims.length === 0) return { sum: 0, count: 1 };
  const held = new Set(answer.citations.map(({ marker }) => marker));
  return shareOf(claims, ({ markers }) => markers.some((marker) => held.has(marker)));
}
