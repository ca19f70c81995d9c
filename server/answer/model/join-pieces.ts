import type { ReplyPiece } from "./chat-model.ts";

/** Pieces that arrived together, as one: the busier the process, the more of them, and the less each of them costs. */
export async function* joinPieces(pieces: AsyncIterable<ReplyPiece>): AsyncGenerator<ReplyPiece> {
  const source = pieces[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const first = await next;
      if (first.done) return;
      let joined = first.value;
      const othersTurn = new Promise<null>((resolve) => setImmediate(resolve, null));
      for (;;) {
        next = source.next();
        // A failure is thrown where it is waited for, after what came before it.
        const more = await Promise.race([next, othersTurn]).catch(() => null);
        if (more === null || more.done) break;
        joined = { ...joined, ...more.value, text: joined.text + more.value.text };
      }
      yield joined;
    }
  } finally {
    next.catch(() => {});
    void source.return?.().catch(() => {});
  }
}
