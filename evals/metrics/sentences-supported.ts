import type { Dictionary } from "../../ingest/language/dictionary.ts";
import { verifySentence } from "../../server/answer/verify/verify-sentence.ts";
import type { CheckedAnswer } from "../run.ts";
import { citedTexts, splitClaims } from "./claims.ts";
import { absent, type Measure, shareOf } from "./measure.ts";

interface Checked {
  readonly question: string;
  readonly asked: CheckedAnswer;
  readonly dictionary: Dictionary;
}

/**
 * Share of an answer's claims that the lines they cite carry: ALCE's citation recall (Gao et al. 2023, section 3)
 * with the product's own check of sentences in the place of its language model, against what the documents really
 * hold there. A claim without a citation is not carried; a refusal is left out; an answer without a claim scores 0.
 */
export function sentencesSupported({ question, asked, dictionary }: Checked): Measure {
  if (asked.answer.status === "not_found") return absent;
  const claims = splitClaims(asked.answer.text);
  if (claims.length === 0) return { sum: 0, count: 1 };
  return shareOf(claims, (claim) => {
    const cited = citedTexts(claim, asked);
    return verifySentence({ sentence: claim.text, cited, question, dictionary }) === "supported";
  });
}
