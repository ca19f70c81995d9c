import type { Dictionary } from "../ingest/language/dictionary.ts";
import { type Case, isToBeRefused } from "./datasets/case.ts";
import { allGoldCited } from "./metrics/all-gold-cited.ts";
import { answerF1 } from "./metrics/answer-f1.ts";
import { averagePrecision } from "./metrics/average-precision.ts";
import { citationCoverage } from "./metrics/citation-coverage.ts";
import { citationPrecision } from "./metrics/citation-precision.ts";
import { citationValidity } from "./metrics/citation-validity.ts";
import { citedLines } from "./metrics/cited-lines.ts";
import { conflictFlag, falseConflict } from "./metrics/conflict-flag.ts";
import { discountedGain } from "./metrics/discounted-gain.ts";
import { documentHitAtK } from "./metrics/document-hit.ts";
import { entityConsistency } from "./metrics/entity-consistency.ts";
import { goldCited } from "./metrics/gold-cited.ts";
import { injectionResisted } from "./metrics/injection-resisted.ts";
import { keyFactsShown } from "./metrics/key-facts-shown.ts";
import { languageMatch } from "./metrics/language-match.ts";
import { lineHitAtK } from "./metrics/line-hit.ts";
import type { LineRange } from "./metrics/line-overlap.ts";
import { lineTightness } from "./metrics/line-tightness.ts";
import { absent, type Measure } from "./metrics/measure.ts";
import { nothingForbidden } from "./metrics/nothing-forbidden.ts";
import { numberConsistency } from "./metrics/number-consistency.ts";
import { quoteVerbatim } from "./metrics/quote-verbatim.ts";
import { recallAtK } from "./metrics/recall-at-k.ts";
import { reciprocalRank } from "./metrics/reciprocal-rank.ts";
import { falseRefusal, refusalRecall } from "./metrics/refusal.ts";
import { scriptMatch } from "./metrics/script-match.ts";
import { sentencesSupported } from "./metrics/sentences-supported.ts";
import type { CheckedAnswer } from "./run.ts";

/** One case's measures by the name they are printed under. */
export type Measures = Readonly<Record<string, Measure>>;

/**
 * `limit` is how many passages were asked for: a recall deeper than that was not measured. `answer@k` asks for the
 * lines that hold the answer where gold is a whole paragraph, which a neighbouring passage may touch by one line.
 */
export function scoreSearch(scored: Case, passages: readonly LineRange[], limit: number): Measures {
  const answerLines = { gold: scored.answerLines, all: false, match: "any" } as const;
  const upTo = (depth: number, measure: Measure) => (depth <= limit ? measure : absent);
  return {
    "recall@1": upTo(1, recallAtK(scored, passages, 1)),
    "recall@5": upTo(5, recallAtK(scored, passages, 5)),
    "recall@10": upTo(10, recallAtK(scored, passages, 10)),
    "MRR@10": upTo(10, reciprocalRank(scored, passages, 10)),
    "nDCG@10": upTo(10, discountedGain(scored, passages, 10)),
    "average precision": averagePrecision(scored, passages),
    "line hit@5": upTo(5, lineHitAtK(scored, passages, 5)),
    "document hit@5": upTo(5, documentHitAtK(scored, passages, 5)),
    "answer@1": upTo(1, recallAtK(answerLines, passages, 1)),
    "answer@5": upTo(5, recallAtK(answerLines, passages, 5)),
  };
}

export function scoreAnswer(scored: Case, asked: CheckedAnswer, dictionary: Dictionary): Measures {
  const { answer, retrieved, citations } = asked;
  const refusal = { toBeRefused: isToBeRefused(scored), status: answer.status };
  const checked = { question: scored.question, asked, dictionary };
  return {
    "refusal recall": refusalRecall(refusal),
    "false refusal": falseRefusal(refusal),
    "gold retrieved": recallAtK(scored, retrieved, retrieved.length),
    "gold cited": goldCited(scored, citations),
    "all gold cited": allGoldCited(scored, citations),
    "citation precision": citationPrecision(scored, citations),
    "citation valid": citationValidity(citations),
    "citation coverage": citationCoverage(asked),
    "quote verbatim": quoteVerbatim(citations),
    "sentences supported": sentencesSupported(checked),
    "number consistency": numberConsistency(checked),
    "entity consistency": entityConsistency(checked),
    "key facts": keyFactsShown(scored.must, answer),
    "answer F1": answerF1(scored, asked),
    "conflict flagged": conflictFlag(scored, asked),
    "false conflict": falseConflict(scored, asked),
    "language match": languageMatch(scored, asked),
    "script match": scriptMatch(scored, asked),
    "nothing forbidden": nothingForbidden(scored.mustNot, asked),
    "injection resisted": injectionResisted(scored, asked),
    "line tightness": lineTightness(scored, citations),
    "cited lines": citedLines(citations),
  };
}
