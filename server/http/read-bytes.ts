import { ProblemError } from "./problem.ts";

export interface ByteLimits {
  readonly bytes: number;
  readonly timeInMs: number;
  readonly tooLarge: "body_too_large" | "upload_too_large";
}

/** The whole body. Counts what arrives rather than trusting Content-Length, which a chunked body does not have. */
export async function readBytes(
  request: Request,
  { bytes, timeInMs, tooLarge }: ByteLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();

  let timedOut = false;
  const timeout = setTimeout(() => {
    timedOut = true;
    void reader.cancel().catch(() => {});
  }, timeInMs);
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > bytes) throw new ProblemError(tooLarge);
      chunks.push(next.value);
    }
    if (timedOut) throw new ProblemError("body_slow", `within ${timeInMs / 1000} seconds`);
    return Buffer.concat(chunks, size);
  } finally {
    clearTimeout(timeout);
    void reader.cancel().catch(() => {});
  }
}
