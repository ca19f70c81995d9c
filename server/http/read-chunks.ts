import { ProblemError } from "./problem.ts";

export interface ByteLimits {
  readonly bytes: number;
  readonly timeInMs: number;
  readonly tooLarge: "body_too_large" | "upload_too_large";
}

/** The body as it arrives. Counts what does rather than trusting Content-Length, which a chunked body does not have. */
export async function* readChunks(
  request: Request,
  { bytes, timeInMs, tooLarge }: ByteLimits,
): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;

  let timedOut = false;
  const timeout = setTimeout(() => {
    timedOut = true;
    void reader.cancel().catch(() => {});
  }, timeInMs);
  try {
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > bytes) throw new ProblemError(tooLarge);
      yield next.value;
    }
    if (timedOut) throw new ProblemError("body_slow", `within ${timeInMs / 1000} seconds`);
  } finally {
    clearTimeout(timeout);
    void reader.cancel().catch(() => {});
  }
}
