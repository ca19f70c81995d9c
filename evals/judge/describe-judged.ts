import type { Judged, JudgedFigure } from "./run-judge.ts";

/** How far the judge can be believed, in one sentence. */
export function describeTrust({ model, exam, replies }: Judged): string {
  const { rows, balancedAccuracy, yesBias, kappa, undecided, isTrusted } = exam;
  const figures = `balanced accuracy ${balancedAccuracy.toFixed(3)} (≥ 0.9), yes bias ${yesBias.toFixed(3)} (within 0.05), kappa ${kappa?.toFixed(3) ?? "–"}, ${undecided} undecided`;
  const verdict = isTrusted ? "TRUSTED" : "UNTRUSTED: what it judges gates nothing";
  return `${model}, examined on ${rows} rows: ${figures}; ${replies.recorded} replies on record, ${replies.asked} of them asked for now. ${verdict}.`;
}

/** Each with its name; none where no run was judged. */
export function listJudged({ answers }: Judged): readonly (readonly [string, JudgedFigure])[] {
  if (answers === null) return [];
  return [
    ["faithful claims", answers.claims],
    ["faithful answers", answers.answers],
  ];
}

export function describeFigure(figure: JudgedFigure): string {
  if (figure === null) return "nothing to judge";
  const { value, lo, hi, count, corrected } = figure;
  const interval = `${value.toFixed(3)} (${lo.toFixed(3)}–${hi.toFixed(3)}, n ${count})`;
  return corrected === null
    ? interval
    : `${interval}, ${corrected.toFixed(3)} once the exam's mistakes are taken out`;
}
