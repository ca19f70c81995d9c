import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { findMissingNames } from "../../server/answer/verify/names.ts";
import type { CheckedAnswer } from "../run.ts";
import { citedTexts, splitClaims } from "./claims.ts";
import { absent, type Measure, shareOf } from "./measure.ts";

interface Checked {
  readonly question: string;
  readonly asked: CheckedAnswer;
  readonly dictionary: Dictionary;
}

/**
 * Share of an answer's claims of which every name, code and quoted title stands on the lines they cite or in the
 * question, in any wording the dictionary knows (EVALS.md section 3; what FactCC calls an entity swap, Kryściński et
 * al. 2020, section 3.1). Absent for answers without claims and for refusals.
 */
export function entityConsistency({ question, asked, dictionary }: Checked): Measure {
  if (asked.answer.status === "not_found") return absent;
  return shareOf(splitClaims(asked.answer.text), (claim) => {
    const evidence = citedTexts(claim, asked).join("\n");
    return findMissingNames({ sentence: claim.text, evidence, question, dictionary }).length === 0;
  });
}
