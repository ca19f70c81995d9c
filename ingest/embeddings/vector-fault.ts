/** What makes a vector unfit for an index of `dimension` numbers, or null where nothing does. */
export function findVectorFault(vector: Float32Array, dimension: number): string | null {
  if (vector.length !== dimension) return `a vector of ${vector.length} numbers instead of ${dimension}`;
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 && Number.isFinite(length) ? null : "a vector without a direction";
}
