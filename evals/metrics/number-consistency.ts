import { findMissingQuantities } from "../../server/answer/verify/quantities.ts";
import type { CheckedAnswer } from "../run.ts";
import { citedTexts, splitClaims } from "./claims.ts";
import { absent, type Measure, shareOf } from "./measure.ts";

interface Checked {
  readonly question: string;
  readonly asked: CheckedAnswer;
}

/**
 * Share of the claims with digits of which every figure stands on the lines they cite, in digits or words of either
 * language, units and scales read (the number veto of EVALS.md section 4, standing alone). Years and small counts
 * of the question may be repeated. Absent for answers without digits and for refusals.
 */
export function numberConsistency({ question, asked }: Checked): Measure {
  if (asked.answer.status === "not_found") return absent;
  const claims = splitClaims(asked.answer.text).filter(({ text }) => /\d/.test(text.normalize("NFKC")));
  return shareOf(claims, (claim) => {
    const evidence = citedTexts(claim, asked).join("\n");
    return findMissingQuantities({ sentence: claim.text, evidence, question }).length === 0;
  });
}
