import { kappa } from "../statistics/kappa.ts";
import { type ExamKind, type ExamRow, examKinds } from "./exam-rows.ts";
import { type Judgement, type JudgeParts, judgeClaim } from "./judge.ts";

export interface ExamResult {
  readonly rows: number;
  /** Share of the supported rows that are called supported. */
  readonly sensitivity: number;
  /** Share of the others that are not. */
  readonly specificity: number;
  /** Mean of the shares of supported and of unsupported rows told rightly. */
  readonly balancedAccuracy: number;
  /** How much oftener the judge says yes than is right, as a share of all rows. */
  readonly yesBias: number;
  /** With the right verdicts, beyond chance. */
  readonly kappa: number | null;
  readonly undecided: number;
  readonly rightByKind: Readonly<Partial<Record<ExamKind, number>>>;
  /** A judge that is not trusted gates nothing. */
  readonly isTrusted: boolean;
}

/** EVALS.md section 5. */
const leastAccuracy = 0.9;
const mostBias = 0.05;

export async function sitExam(
  parts: JudgeParts,
  rows: readonly ExamRow[],
  onProgress: (done: number) => void = () => {},
): Promise<ExamResult> {
  const judged: Judged[] = [];
  for (const row of rows) {
    judged.push({ row, judgement: await judgeClaim(parts, row) });
    onProgress(judged.length);
  }
  return mark(judged);
}

interface Judged {
  readonly row: ExamRow;
  readonly judgement: Judgement;
}

/** Only `supported` is a yes; a verdict that is undecided or void is a no, and wrong where yes is right. */
function mark(judged: readonly Judged[]): ExamResult {
  const isRight = ({ row, judgement }: Judged) => (judgement === "supported") === row.isSupported;
  const rightOf = (some: readonly Judged[]) => some.filter(isRight).length / Math.max(1, some.length);
  const supported = judged.filter(({ row }) => row.isSupported);
  const others = judged.filter(({ row }) => !row.isSupported);
  const [sensitivity, specificity] = [rightOf(supported), rightOf(others)];
  const balancedAccuracy = (sensitivity + specificity) / 2;
  const yes = judged.filter(({ judgement }) => judgement === "supported").length;
  const yesBias = (yes - supported.length) / Math.max(1, judged.length);
  return {
    rows: judged.length,
    sensitivity,
    specificity,
    balancedAccuracy,
    yesBias,
    kappa: kappa(
      judged.map(({ row, judgement }) => ({ left: row.isSupported, right: judgement === "supported" })),
    ),
    undecided: judged.filter(({ judgement }) => judgement === "undecided" || judgement === "void").length,
    rightByKind: Object.fromEntries(
      examKinds
        .map((kind) => [kind, judged.filter(({ row }) => row.kind === kind)] as const)
        .filter(([, some]) => some.length > 0)
        .map(([kind, some]) => [kind, rightOf(some)]),
    ),
    isTrusted: balancedAccuracy >= leastAccuracy && Math.abs(yesBias) <= mostBias,
  };
}
