import { detectLanguage } from "../../ingest/language/detect.ts";
import type { Case } from "../datasets/case.ts";
import type { CheckedAnswer } from "../run.ts";
import { absent, type Measure, measureOf } from "./measure.ts";
import { ownWords } from "./own-words.ts";

/**
 * 1 where the answer's own words are in the question's language, Chinese or English, whatever the script; refusals
 * count (EVALS.md section 3). Quotes keep their document's language. Absent for a text without words.
 */
export function languageMatch({ lang }: Pick<Case, "lang">, asked: Pick<CheckedAnswer, "answer">): Measure {
  const text = ownWords(asked);
  if (!/\p{L}/u.test(text)) return absent;
  return measureOf((detectLanguage(text, lang) === "en") === (lang === "en"));
}
