import type { z } from "@hono/zod-openapi";
import { hasDuplicateKey } from "./duplicate-key.ts";
import { parseInput } from "./parse-input.ts";
import { ProblemError } from "./problem.ts";
import { readChunks } from "./read-chunks.ts";

/** The longest question with a full history is 240 KiB of Chinese in UTF-8. */
const limits = { bytes: 256 * 1024, timeInMs: 30_000, tooLarge: "body_too_large" } as const;

/**
 * The request's body as the schema describes it.
 * Only `application/json` is read: a page of another origin cannot send that without a preflight, which is never granted.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  refuseOtherContent(request.headers);
  const text = decode(await readBody(request));
  const value = parse(text);
  if (hasDuplicateKey(text)) throw new ProblemError("json_invalid");
  return parseInput(schema, value);
}

function refuseOtherContent(headers: Headers): void {
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const encoding = headers.get("content-encoding")?.toLowerCase() ?? "identity";
  if (mediaType !== "application/json" || encoding !== "identity") {
    throw new ProblemError("content_type_unsupported");
  }
}

async function readBody(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readChunks(request, limits)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A byte order mark is kept, so that the parser refuses it (RFC 8259 section 8.1). */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError("json_invalid");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError("json_invalid");
  }
}
