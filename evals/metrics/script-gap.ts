import { countScripts } from "../../ingest/language/scripts.ts";
import type { Case } from "../datasets/case.ts";
import { absent, type Measure, meanOf, pool } from "./measure.ts";

/** A row of a triple with what was measured of it. */
export interface Asked {
  readonly case: Pick<Case, "lang" | "gold">;
  readonly hit: Measure;
}

/**
 * Line hits of the question in its documents' own Chinese script minus those of the same question in the other one
 * (EVALS.md section 3; 0 where folding loses nothing). Absent without both, and where the quotes of the gold are in
 * neither script.
 */
export function scriptGap(rows: readonly Asked[]): Measure {
  const own = scriptOfGold(rows);
  const hitsOf = (script: Case["lang"]) =>
    meanOf(pool(rows.filter((row) => row.case.lang === script).map(({ hit }) => hit)));
  if (own === null) return absent;
  const [same, cross] = [hitsOf(own), hitsOf(own === "zh-Hant" ? "zh-Hans" : "zh-Hant")];
  return same === undefined || cross === undefined ? absent : { sum: same - cross, count: 1 };
}

/** Of the quotes of the gold; null where they hold no character of one script alone. */
export function scriptOfGold(rows: readonly Asked[]): "zh-Hant" | "zh-Hans" | null {
  const quotes = rows.flatMap((row) => row.case.gold.map((range) => ("quote" in range ? range.quote : "")));
  const { traditional, simplified } = countScripts(quotes.join("\n"));
  if (traditional === simplified) return null;
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}
