import { countScripts } from "../../ingest/language/scripts.ts";
import type { Case } from "../datasets/case.ts";
import type { CheckedAnswer } from "../run.ts";
import { absent, type Measure, measureOf } from "./measure.ts";
import { ownWords } from "./own-words.ts";

/**
 * 1 where most of the characters that only one script writes, in the answer's own words, are of the question's
 * script (EVALS.md section 3). Absent for English questions, and where question or answer holds only characters that both scripts write.
 */
export function scriptMatch(
  { lang, question }: Pick<Case, "lang" | "question">,
  asked: Pick<CheckedAnswer, "answer">,
): Measure {
  const inQuestion = countScripts(question);
  if (lang === "en" || inQuestion.traditional === inQuestion.simplified) return absent;
  const { traditional, simplified } = countScripts(ownWords(asked));
  if (traditional === simplified) return absent;
  return measureOf(traditional > simplified === (lang === "zh-Hant"));
}
