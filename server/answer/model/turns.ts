/** Other answers' tokens wait so long, beside the last piece of work begun. */
const leastTurnInMs = 6;
/** A new question passes through many turns before its first word. */
const mostTurnInMs = 25;

const waiting: (() => void)[] = [];
let lastEnd = 0;

/**
 * Does a piece of work in a turn of its own: between the turns the process reads and writes for everybody, so that
 * answers do not wait for each other's sentences to be checked. Where reading and writing take longer, so do the
 * turns: neither is left behind.
 */
export function inTurn<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    waiting.push(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
    if (waiting.length > 1) return;
    lastEnd = performance.now();
    setImmediate(takeTurn);
  });
}

function takeTurn(): void {
  const start = performance.now();
  const end = start + Math.min(mostTurnInMs, Math.max(leastTurnInMs, start - lastEnd));
  do waiting[0]?.();
  while (waiting.shift() && waiting.length > 0 && performance.now() < end);
  lastEnd = performance.now();
  if (waiting.length > 0) setImmediate(takeTurn);
}
