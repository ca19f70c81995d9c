/** Proxies commonly close a connection after 30 to 60 s of silence. */
const heartbeatInMs = 15_000;
/** The third heartbeat without a read comes 30 to 45 s after the last one. */
const unreadHeartbeatsAllowed = 2;

const encoder = new TextEncoder();
const heartbeat = encoder.encode(": still here\n\n");

/**
 * A body of server-sent events, each a frame of text. A frame is taken only when the reader has room for it, so that a slow reader
 * slows its own answer and buffers nothing. `stop` aborts when the reader goes away or reads nothing for 30 to 45 s.
 */
export function eventStream(
  frames: AsyncIterable<string>,
  stop: AbortController,
): ReadableStream<Uint8Array> {
  const iterator = frames[Symbol.asyncIterator]();
  let beat: NodeJS.Timeout | undefined;
  let unreadHeartbeats = 0;

  function leave(): void {
    clearInterval(beat);
    stop.abort();
    // Runs the `finally` blocks of an answer that waits to be read.
    void iterator.return?.().catch(() => {});
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      beat = setInterval(() => {
        if (hasRoom(controller)) return controller.enqueue(heartbeat);
        unreadHeartbeats += 1;
        if (unreadHeartbeats > unreadHeartbeatsAllowed) {
          leave();
          controller.error(new Error("The reader stopped reading"));
        }
      }, heartbeatInMs);
    },

    async pull(controller) {
      unreadHeartbeats = 0;
      const next = await iterator.next();
      if (!next.done) return controller.enqueue(encoder.encode(next.value));
      clearInterval(beat);
      controller.close();
    },

    cancel: leave,
  });
}

export const eventStreamHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  // Tells nginx to pass each event on at once.
  "x-accel-buffering": "no",
} as const;

function hasRoom(controller: ReadableStreamDefaultController): boolean {
  return (controller.desiredSize ?? 0) > 0;
}
