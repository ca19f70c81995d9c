import { citedTexts, splitClaims } from "../metrics/claims.ts";
import { type Measure, pool, shareOf } from "../metrics/measure.ts";
import type { CaseResult } from "../run.ts";
import { bootstrapInterval, type Interval } from "../statistics/bootstrap.ts";
import { type JudgeParts, judgeClaim } from "./judge.ts";

export interface JudgedAnswers {
  /** Claims that the cited lines carry: ALCE's citation recall (Gao et al. 2023, section 3) with a model as its NLI. */
  readonly claims: Measure & { readonly interval: Interval | null };
  /** Answers of which every claim is carried, which is what a reader feels. */
  readonly answers: Measure & { readonly interval: Interval | null };
}

/** Claims without a citation are not carried; refusals are left out. */
export async function judgeAnswers(
  parts: JudgeParts,
  results: readonly CaseResult[],
  onProgress: (done: number) => void = () => {},
): Promise<JudgedAnswers> {
  const byAnswer: Measure[] = [];
  for (const { case: one, ask } of results) {
    if (ask?.status !== "done" || ask.value.answer.status === "not_found") continue;
    const held: boolean[] = [];
    for (const claim of splitClaims(ask.value.answer.text)) {
      const judged = { question: one.question, claim: claim.text, lines: citedTexts(claim, ask.value) };
      held.push(judged.lines.length > 0 && (await judgeClaim(parts, judged)) === "supported");
    }
    byAnswer.push(held.length === 0 ? { sum: 0, count: 1 } : shareOf(held, (isHeld) => isHeld));
    onProgress(byAnswer.length);
  }
  const whole = byAnswer.map(({ sum, count }) => ({ sum: sum === count ? 1 : 0, count: 1 }));
  return {
    claims: { ...pool(byAnswer), interval: bootstrapInterval(byAnswer) },
    answers: { ...pool(whole), interval: bootstrapInterval(whole) },
  };
}
