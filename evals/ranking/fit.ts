import { featureNames } from "../../server/answer/rank/features.ts";
import type { Weights } from "../../server/answer/rank/weights.ts";
import { isHit } from "../metrics/line-overlap.ts";
import type { Example } from "./examples.ts";

/**
 * The weights under which the passages that answer are likeliest, with the word search's as the unit: a conditional
 * logit (McFadden 1974) of choosing one candidate by its features, P = exp(w·f) / sum of exp(w·f), whose mean log
 * likelihood of an answering candidate is climbed by gradient. It is smooth where recall moves in steps, so that it
 * does not follow single questions. Every set counts alike, however many questions it has.
 */
export function fitWeights(sets: readonly (readonly Example[])[]): Weights {
  const choices = sets.map((examples) => examples.flatMap(toChoice));
  const weights = new Float64Array(featureNames.length).fill(5);
  // Adagrad (Duchi, Hazan, Singer 2011): the features differ in how often they say anything.
  const squares = new Float64Array(weights.length).fill(1e-9);
  for (let step = 0; step < steps; step++) {
    const gradient = meanGradient(choices, weights);
    weights.forEach((weight, index) => {
      const slope = (gradient[index] as number) - shrinking * weight;
      squares[index] = (squares[index] as number) + slope ** 2;
      weights[index] = Math.max(0, weight + (rate * slope) / Math.sqrt(squares[index] as number));
    });
  }
  const unit = weights[featureNames.indexOf("lexical")] ?? 1;
  const entries = featureNames.map((name, index) => [name, round2((weights[index] ?? 0) / unit)] as const);
  return Object.fromEntries(entries) as unknown as Weights;
}

const steps = 300;
const rate = 1;
/** Keeps a feature from growing on what a few questions say. */
const shrinking = 0.0005;

/** One question's candidates, those that answer it first: their features one candidate after the other. */
interface Choice {
  readonly answering: number;
  readonly features: Float64Array;
}

/** Nothing for a question whose answer the search did not find: no weights can rank it. */
function toChoice({ row, candidates }: Example): Choice[] {
  const answers = (candidate: Example["candidates"][number]) =>
    row.gold.some((range) => isHit(range, candidate, row.match));
  const found = candidates.filter(answers);
  if (found.length === 0) return [];
  const others = candidates.filter((candidate) => !found.includes(candidate));
  const rows = [...found, ...others].flatMap(({ features }) => featureNames.map((name) => features[name]));
  return [{ answering: found.length, features: Float64Array.from(rows) }];
}

function meanGradient(sets: readonly (readonly Choice[])[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(weights.length);
  for (const choices of sets) {
    for (const choice of choices) addGradient(sum, choice, weights, 1 / (choices.length * sets.length));
  }
  return sum;
}

/** The slope of ln (sum of P over those that answer): the features expected of these less those expected of all. */
function addGradient(
  sum: Float64Array,
  { answering, features }: Choice,
  weights: Float64Array,
  share: number,
): void {
  const width = weights.length;
  const odds = new Float64Array(features.length / width);
  let right = 0;
  let all = 0;
  for (let place = 0; place < odds.length; place++) {
    let score = 0;
    for (let index = 0; index < width; index++) {
      score += (features[place * width + index] as number) * (weights[index] as number);
    }
    const one = Math.exp(score);
    odds[place] = one;
    all += one;
    if (place < answering) right += one;
  }
  for (let place = 0; place < odds.length; place++) {
    const one = odds[place] as number;
    const pull = share * ((place < answering ? one / right : 0) - one / all);
    for (let index = 0; index < width; index++) {
      sum[index] = (sum[index] as number) + pull * (features[place * width + index] as number);
    }
  }
}

function round2(number: number): number {
  return Math.round(number * 100) / 100;
}
