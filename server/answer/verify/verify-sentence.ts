import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import type { Verdict } from "../../api/types.ts";
import { isMisdated } from "./dating.ts";
import { findMissingNames } from "./names.ts";
import { negationConflicts } from "./negation.ts";
import { findMissingQuantities } from "./quantities.ts";
import { isReversed } from "./reversal.ts";
import { overreaches } from "./scope.ts";
import { measureSupport } from "./support-score.ts";

export interface CheckedClaim {
  readonly sentence: string;
  /** Texts of the cited lines, or quotes from them. */
  readonly cited: readonly string[];
  readonly question: string;
  readonly dictionary: Dictionary;
}

/** Does the cited text carry what the sentence says? The method and its measures are those of `supportOf`. */
export function verifySentence(claim: CheckedClaim): Verdict {
  const support = supportOf(claim);
  if (support >= leastSupport) return "supported";
  return support < leastPartial ? "unsupported" : "partial";
}

/** Between the two a reader is told to look for himself. */
export const leastSupport = 0.5;
const leastPartial = 0.25;
/** What is left of the support of a sentence that gives a figure or name, or says no, where its lines do not. */
const vetoed = 0.3;
/** Highest support of a sentence that says of all what its lines do not say of all. */
const overreaching = 0.49;

/**
 * How well the cited text carries the sentence, 0..1. A sentence that stands there word for word scores 1. Any
 * other scores the share of its words found there, averaged with the share of those it adds to the question,
 * and little of that where a number, a name or a negation disagrees.
 */
export function supportOf({ sentence, cited, question, dictionary }: CheckedClaim): number {
  const evidence = cited.join("\n");
  if (evidence.trim() === "") return 0;
  if (standsVerbatim(sentence, evidence)) return 1;
  const compared = { sentence, evidence, question };
  const support = measureSupport({ ...compared, dictionary });
  const isContradicted =
    findMissingQuantities(compared).length > 0 ||
    findMissingNames({ ...compared, dictionary }).length > 0 ||
    negationConflicts({ ...compared, dictionary }) ||
    isReversed(compared) ||
    isMisdated(compared);
  if (isContradicted) return support * vetoed;
  return overreaches(compared) ? Math.min(support, overreaching) : support;
}

/** Word for word, blanks and punctuation aside, and not cut out of the middle of a clause that may say otherwise. */
function standsVerbatim(sentence: string, evidence: string): boolean {
  const wanted = withoutBlanks(fold(sentence)).replace(edges, "");
  const held = withoutBlanks(fold(evidence));
  if (wanted === "") return false;
  for (let at = held.indexOf(wanted); at >= 0; at = held.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(held[at - 1] ?? "")) return true;
  }
  return false;
}

const edges = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

function withoutBlanks(text: string): string {
  return text.replace(/[\s*]+/gu, "");
}
