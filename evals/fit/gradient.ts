/** One thing with what is known of it, and whether it is of the right kind. */
export interface Labelled {
  readonly values: readonly number[];
  readonly isRight: boolean;
}

const steps = 250;
/** Keeps weights small where there is little to learn them from. */
const shrinkage = 0.002;

export function weigh(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (weights[at] ?? 0) * (values[at] as number);
  return sum;
}

/**
 * Weights that give the right items of each list most of the probability (conditional logit: softmax of the weighted
 * sums). Lists without a right item teach nothing.
 */
export function fitChoice(lists: readonly (readonly Labelled[])[]): number[] {
  const telling = lists.filter((list) => list.some(({ isRight }) => isRight));
  return ascend(telling[0]?.[0]?.values.length ?? 0, (weights, slope) => {
    for (const list of telling) {
      const sums = list.map(({ values }) => weigh(weights, values));
      const highest = Math.max(...sums);
      const likely = sums.map((sum) => Math.exp(sum - highest));
      const total = likely.reduce((sum, value) => sum + value, 0);
      const right = likely.reduce((sum, value, at) => sum + (list[at]?.isRight ? value : 0), 0);
      for (const [at, { values, isRight }] of list.entries()) {
        const pull = ((likely[at] as number) * ((isRight ? 1 / right : 0) - 1 / total)) / telling.length;
        addScaled(slope, values, pull);
      }
    }
  });
}

export interface Weighed extends Labelled {
  readonly worth: number;
}

/** Logistic regression, the last weight being the bias. Values are learnt from as deviations from their mean. */
export function fitLogistic(items: readonly Weighed[]): number[] {
  const total = items.reduce((sum, { worth }) => sum + worth, 0);
  const columns = (items[0]?.values ?? []).map((_, at) => items.map(({ values }) => values[at] as number));
  const scales = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  const inputs = items.map(({ values }) => [
    ...scales.map(({ mean, deviation }, at) => ((values[at] as number) - mean) / deviation),
    1,
  ]);
  const weights = ascend(scales.length + 1, (held, slope) => {
    for (const [at, { isRight, worth }] of items.entries()) {
      const input = inputs[at] as number[];
      const chance = 1 / (1 + Math.exp(-weigh(held, input)));
      addScaled(slope, input, ((isRight ? 1 : 0) - chance) * (worth / total));
    }
  });
  const raw = scales.map(({ deviation }, at) => (weights[at] as number) / deviation);
  const bias = scales.reduce((sum, { mean }, at) => sum - mean * (raw[at] as number), weights.at(-1) ?? 0);
  return [...raw, bias];
}

function addScaled(sum: Float64Array, values: readonly number[], factor: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + factor * (values[at] as number);
}

type AddSlope = (weights: readonly number[], slope: Float64Array) => void;

/** Gradient ascent with steps of a size of its own for every weight (Adam: Kingma, Ba 2015) and L2 shrinkage. */
function ascend(length: number, addSlope: AddSlope): number[] {
  const weights = new Array<number>(length).fill(0);
  const mean = new Float64Array(length);
  const square = new Float64Array(length);
  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(length);
    addSlope(weights, slope);
    for (let at = 0; at < length; at++) {
      const pull = (slope[at] as number) - shrinkage * (weights[at] as number);
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * pull;
      square[at] = 0.99 * (square[at] as number) + 0.01 * pull * pull;
      const spread = Math.sqrt((square[at] as number) / (1 - 0.99 ** step)) + 1e-8;
      weights[at] = (weights[at] as number) + (0.1 * ((mean[at] as number) / (1 - 0.9 ** step))) / spread;
    }
  }
  return weights;
}
