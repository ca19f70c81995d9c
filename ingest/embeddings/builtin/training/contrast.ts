import { addRow, dotRows, scaleRow } from "./kernels.ts";
import type { Sides, TrainingState } from "./state.ts";

/**
 * InfoNCE (van den Oord et al. 2018) over a batch, in both directions: a query shall choose its passage among all
 * passages of the batch, and a passage its query. The mean of both cross-entropies is the loss.
 */
export function measureSimilarities(state: TrainingState, query: number): void {
  const { batchSize, dimension, temperature } = state.settings;
  for (let passage = 0; passage < batchSize; passage++) {
    state.similarities[query * batchSize + passage] =
      dotRows(state.queries.vectors, query, state.passages.vectors, passage, dimension) / temperature;
  }
}

/** What the softmax of query `index`, and that of passage `index`, divide by; and the sample's loss. */
export function findLogSums(state: TrainingState, index: number): void {
  const { batchSize } = state.settings;
  const { similarities, queries, passages } = state;
  queries.logSums[index] = logSum(similarities, index * batchSize, 1, batchSize);
  passages.logSums[index] = logSum(similarities, index, batchSize, batchSize);
  const own = similarities[index * batchSize + index] as number;
  state.sampleLosses[index] = ((queries.logSums[index] + passages.logSums[index]) as number) / 2 - own;
}

function logSum(values: Float32Array, start: number, stride: number, count: number): number {
  let sum = 0;
  let largest = -Infinity;
  for (let index = 0; index < count; index++) {
    largest = Math.max(largest, values[start + index * stride] as number);
  }
  for (let index = 0; index < count; index++) {
    sum += Math.exp((values[start + index * stride] as number) - largest);
  }
  return largest + Math.log(sum);
}

/** The loss's gradients by the feature sums of query `index` and of passage `index`, up to a constant factor. */
export function contrastOwn(state: TrainingState, index: number): void {
  const { queries, passages, settings } = state;
  gatherPulls(queries, passages.vectors, index, settings, (other) => pull(state, index, other));
  gatherPulls(passages, queries.vectors, index, settings, (other) => pull(state, other, index));
}

/** Pulls below it add up to less than a hundredth of the pair's own. */
const SMALLEST_PULL = 2e-4;

/** The loss's derivative by the similarity of a query and a passage. */
function pull({ similarities, queries, passages, settings }: TrainingState, query: number, passage: number) {
  const similarity = similarities[query * settings.batchSize + passage] as number;
  const byQuery = Math.exp(similarity - (queries.logSums[query] as number));
  const byPassage = Math.exp(similarity - (passages.logSums[passage] as number));
  return (byQuery + byPassage) / 2 - (query === passage ? 1 : 0);
}

/** The derivative of a unit vector by the vector before scaling takes away what lies along it. */
function gatherPulls(
  sides: Sides,
  others: Float32Array,
  index: number,
  { batchSize, dimension }: TrainingState["settings"],
  pullOf: (other: number) => number,
): void {
  const { gradients, vectors, lengths } = sides;
  gradients.fill(0, index * dimension, (index + 1) * dimension);
  for (let other = 0; other < batchSize; other++) {
    const pull = pullOf(other);
    if (Math.abs(pull) >= SMALLEST_PULL) addRow(gradients, index, others, other, pull, dimension);
  }
  const along = dotRows(gradients, index, vectors, index, dimension);
  addRow(gradients, index, vectors, index, -along, dimension);
  scaleRow(gradients, index, 1 / (lengths[index] as number), dimension);
}
