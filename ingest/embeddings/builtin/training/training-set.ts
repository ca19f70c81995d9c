import { type CompiledTexts, TextCompiler } from "./compiled-texts.ts";
import { shareFloats, shareIntegers } from "./shared-arrays.ts";
import type { Term } from "./terms.ts";
import type { Article } from "./training-text.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything samples are drawn from, as numbers of compiled texts, in shared memory. */
export interface TrainingSet {
  readonly texts: CompiledTexts;
  /** Five texts an article: Chinese, English, Chinese title, English title, Chinese heading; -1 where there is none. */
  readonly articles: Int32Array;
  /** Wordings of term t: its first side is `termTexts[i]` for `termStarts[2t] <= i < termStarts[2t + 1]`, its second goes on to `termStarts[2t + 2]`. */
  readonly termStarts: Int32Array;
  readonly termTexts: Int32Array;
  /** Share of the drawings that fall on terms up to and with t; 1 at the end. */
  readonly termShares: Float32Array;
}

export const textsPerArticle = 5;

export function compileTrainingSet(
  articles: readonly Article[],
  terms: readonly Term[],
  vocabulary: Vocabulary,
): TrainingSet {
  const compiler = new TextCompiler(vocabulary);
  const number = (text: string) => (text === "" ? -1 : compiler.add(text));
  const articleTexts = articles.flatMap(({ zh, en, titleZh, titleEn, headingZh }) =>
    [zh, en, titleZh, titleEn, headingZh].map(number),
  );
  const termStarts = [0];
  const termTexts: number[] = [];
  for (const { sides } of terms) {
    for (const side of sides) termStarts.push(termTexts.push(...side.map(number)));
  }
  return {
    texts: compiler.finish(),
    articles: shareIntegers(articleTexts),
    termStarts: shareIntegers(termStarts),
    termTexts: shareIntegers(termTexts),
    termShares: shareOut(terms.map(({ weight }) => weight)),
  };
}

function shareOut(weights: readonly number[]): Float32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = shareFloats(weights.length);
  let sum = 0;
  weights.forEach((weight, index) => {
    sum += weight;
    shares[index] = sum / total;
  });
  return shares;
}
