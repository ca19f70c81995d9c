/** The server keeps an answer going for 15 s after its last reader has left. */
const delaysInMs = [200, 1000, 2000, 4000, 8000];

/** Waits before the next try, and while the browser is offline; false when there have been enough of them. */
export async function waitForConnection(losses: number, signal: AbortSignal): Promise<boolean> {
  if (!navigator.onLine) {
    await until(signal, (resolve) => window.addEventListener("online", resolve, { once: true }));
    return true;
  }
  const delay = delaysInMs[losses];
  if (delay === undefined) return false;
  // Spread, so that a restarted server does not meet all its readers at once.
  const timeInMs = delay * (0.5 + Math.random() / 2);
  await until(signal, (resolve) => {
    setTimeout(resolve, timeInMs);
    window.addEventListener("online", resolve, { once: true });
  });
  return true;
}

function until(signal: AbortSignal, begin: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    begin(resolve);
  });
}
