import { detectLanguage } from "../../ingest/language/detect.ts";
import { fold } from "../../ingest/language/fold.ts";
import type { Case } from "../datasets/case.ts";
import type { CheckedAnswer } from "../run.ts";
import { splitClaims } from "./claims.ts";
import { absent, type Measure } from "./measure.ts";

/**
 * Overlap with the closest reference as the harmonic mean of precision and recall over Chinese characters and Latin
 * words, folded, how often each stands counted (SQuAD's F1, Rajpurkar et al. 2016, section 6.1; by character as CMRC
 * 2018 and DRCD count it). References are the quotes of the gold, joined where all are needed; without quotes, the
 * key facts. Titles, lead-ins and markers do not count. A refusal and an answer without a claim score 0. Absent
 * without references, and where none is in the answer's language.
 */
export function answerF1(scored: Pick<Case, "gold" | "all" | "must">, { answer }: CheckedAnswer): Measure {
  const references = readReferences(scored);
  if (references.length === 0) return absent;
  const text = splitClaims(answer.text)
    .map((claim) => claim.text)
    .join("\n");
  if (answer.status === "not_found" || text === "") return { sum: 0, count: 1 };
  const comparable = references.filter((reference) => isEnglish(reference) === isEnglish(text));
  if (comparable.length === 0) return absent;
  return { sum: Math.max(...comparable.map((reference) => overlap(text, reference))), count: 1 };
}

function readReferences({ gold, all, must }: Pick<Case, "gold" | "all" | "must">): readonly string[] {
  const quotes = gold.flatMap((range) => ("quote" in range ? [range.quote] : []));
  if (quotes.length > 0) return all ? [quotes.join("\n")] : quotes;
  const facts = must.map((fact) => [fact].flat()[0]).join("\n");
  return facts === "" ? [] : [facts];
}

function isEnglish(text: string): boolean {
  return detectLanguage(text) === "en";
}

function overlap(text: string, reference: string): number {
  const [said, wanted] = [toTokens(text), toTokens(reference)];
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of said) {
    const count = left.get(token) ?? 0;
    if (count > 0) shared++;
    left.set(token, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (said.length + wanted.length);
}

function toTokens(text: string): readonly string[] {
  return fold(text.normalize("NFKC")).match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}
