import type { AskEvent } from "../api/types.ts";

/** The times of one answer in milliseconds since its question, to a tenth. */
export function startClock() {
  const start = performance.now();
  const marks = { retrieveMs: 0, firstTokenMs: 0 };
  const elapsed = () => Math.round((performance.now() - start) * 10) / 10;
  const mark = (name: keyof typeof marks) => {
    marks[name] ||= elapsed();
  };
  return {
    mark,
    /** Passes the events on and marks the first text. */
    async *timeFirst<Result>(
      events: AsyncGenerator<AskEvent, Result> | Generator<AskEvent, Result>,
    ): AsyncGenerator<AskEvent, Result> {
      try {
        for (;;) {
          const next = await events.next();
          if (next.done) return next.value;
          if (next.value.event === "delta") mark("firstTokenMs");
          yield next.value;
        }
      } finally {
        // Where the reader has left, the model's call comes to its end as well.
        await events.return(undefined as Result);
      }
    },
    stop: () => ({ ...marks, totalMs: elapsed() }),
  };
}
