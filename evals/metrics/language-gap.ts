import type { Case } from "../datasets/case.ts";
import { absent, type Measure, meanOf, pool } from "./measure.ts";
import { type Asked, scriptOfGold } from "./script-gap.ts";

/**
 * Line hits of the question in its documents' own language and script minus those of the same question in the other
 * language, English or Chinese (EVALS.md section 3; the bias of LAReQA, Roy et al. 2020, section 5, by question).
 * Absent without both, and where the gold has no quotes or these are in both languages.
 */
export function languageGap(rows: readonly Asked[]): Measure {
  const own = languageOfGold(rows);
  if (own === null) return absent;
  const hitsOf = (isWanted: (lang: Case["lang"]) => boolean) =>
    meanOf(pool(rows.filter((row) => isWanted(row.case.lang)).map(({ hit }) => hit)));
  const same = hitsOf((lang) => lang === own);
  const cross = hitsOf((lang) => (lang === "en") !== (own === "en"));
  return same === undefined || cross === undefined ? absent : { sum: same - cross, count: 1 };
}

function languageOfGold(rows: readonly Asked[]): Case["lang"] | null {
  const quotes = rows.flatMap((row) =>
    row.case.gold.flatMap((range) => ("quote" in range ? [range.quote] : [])),
  );
  const chinese = quotes.filter((quote) => /\p{Script=Han}/u.test(quote));
  if (quotes.length === 0 || (chinese.length > 0 && chinese.length < quotes.length)) return null;
  return chinese.length === 0 ? "en" : scriptOfGold(rows);
}
