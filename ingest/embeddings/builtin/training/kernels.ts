/**
 * The arithmetic of training over shared rows of numbers: row r of `matrix` begins at `r * dimension`. The loops
 * read inside their arrays by construction, hence `as number`: a check for undefined would cost a fifth of the time.
 */

/** to[toRow] += factor * from[fromRow] */
export function addRow(
  to: Float32Array,
  toRow: number,
  from: Float32Array,
  fromRow: number,
  factor: number,
  dimension: number,
): void {
  const target = toRow * dimension;
  const source = fromRow * dimension;
  for (let index = 0; index < dimension; index++) {
    to[target + index] = (to[target + index] as number) + factor * (from[source + index] as number);
  }
}

/** The inner product of two rows. Four sums, so that additions do not wait for each other. */
export function dotRows(
  one: Float32Array,
  oneRow: number,
  other: Float32Array,
  otherRow: number,
  dimension: number,
): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let first = oneRow * dimension;
  let second = otherRow * dimension;
  for (const end = first + dimension; first < end; first += 4, second += 4) {
    a += (one[first] as number) * (other[second] as number);
    b += (one[first + 1] as number) * (other[second + 1] as number);
    c += (one[first + 2] as number) * (other[second + 2] as number);
    d += (one[first + 3] as number) * (other[second + 3] as number);
  }
  return a + b + (c + d);
}

/** Scales a row to length 1 and gives its length before (1 for a row of zeros, which stays). */
export function normalizeRow(matrix: Float32Array, row: number, dimension: number): number {
  const length = Math.sqrt(dotRows(matrix, row, matrix, row, dimension)) || 1;
  scaleRow(matrix, row, 1 / length, dimension);
  return length;
}

export function scaleRow(matrix: Float32Array, row: number, factor: number, dimension: number): void {
  const start = row * dimension;
  for (let index = start; index < start + dimension; index++) {
    matrix[index] = (matrix[index] as number) * factor;
  }
}
