import { tokenize } from "../../ingest/language/tokens.ts";

/** Pairs of Chinese characters, words and numbers; single characters, which only slow a plain engine down, are left out. */
export function plainTerms(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== "cjk1")
    .map(({ term }) => term);
}
