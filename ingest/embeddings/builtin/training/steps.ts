import { BagFiller } from "./bag.ts";
import { contrastOwn, findLogSums, measureSimilarities } from "./contrast.ts";
import { addRow, normalizeRow } from "./kernels.ts";
import { drawSample } from "./samples.ts";
import { bagLimit, type Sides, type TrainingState } from "./state.ts";
import { RowUpdater } from "./update.ts";

/** A worker's place among those that train together. */
export interface Member {
  readonly index: number;
  readonly count: number;
  /** Returns when all members have come to it. */
  wait(): void;
}

/**
 * A member's part of all steps of a training. In every phase a member writes only what is its own (samples by
 * index, then rows of the vocabulary) and adds in the order of the batch, so that the result does not depend on
 * how many members there are nor on who is quicker.
 */
export function runSteps(state: TrainingState, member: Member, onStep: (step: number) => void): void {
  const filler = new BagFiller(state.set.texts, state.squares.length);
  const updater = new RowUpdater(state, member);
  for (let step = 0; step < state.settings.steps; step++) {
    forOwn(state, member, (index) => embedSample(state, filler, step, index));
    member.wait();
    forOwn(state, member, (index) => measureSimilarities(state, index));
    member.wait();
    forOwn(state, member, (index) => findLogSums(state, index));
    member.wait();
    forOwn(state, member, (index) => contrastOwn(state, index));
    member.wait();
    updater.update(step);
    if (member.index === 0) state.losses[step] = mean(state.sampleLosses);
    member.wait();
    onStep(step);
  }
}

function forOwn({ settings }: TrainingState, member: Member, work: (index: number) => void): void {
  for (let index = member.index; index < settings.batchSize; index += member.count) work(index);
}

function embedSample(state: TrainingState, filler: BagFiller, step: number, index: number): void {
  const { seed, batchSize } = state.settings;
  const { query, passage, random } = drawSample(state.set, { seed, step, index, batchSize });
  filler.fill(state.queries, index, query, random);
  filler.fill(state.passages, index, passage, random);
  sumFeatures(state, state.queries, index);
  sumFeatures(state, state.passages, index);
}

function sumFeatures({ vectors, settings: { dimension } }: TrainingState, sides: Sides, index: number): void {
  sides.vectors.fill(0, index * dimension, (index + 1) * dimension);
  const start = index * bagLimit;
  const end = start + (sides.counts[index] as number);
  for (let place = start; place < end; place++) {
    addRow(
      sides.vectors,
      index,
      vectors,
      sides.rows[place] as number,
      sides.strengths[place] as number,
      dimension,
    );
  }
  sides.lengths[index] = normalizeRow(sides.vectors, index, dimension);
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
