/**
 * What a promise resolves to, or "aborted" where the signal is first. Unlike `Promise.race`, which a long-lived promise
 * remembers with its outcome, it leaves nothing behind.
 */
export function unlessAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value | "aborted"> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve("aborted");
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    promise
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", leave))
      .catch(() => {});
  });
}
