/** Numbers that several workers see at once. */
export function shareFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(4 * length));
}

/** As many zeros, or a copy of the given whole numbers. */
export function shareIntegers(values: number | readonly number[]): Int32Array {
  const length = typeof values === "number" ? values : values.length;
  const shared = new Int32Array(new SharedArrayBuffer(4 * length));
  if (typeof values !== "number") shared.set(values);
  return shared;
}
