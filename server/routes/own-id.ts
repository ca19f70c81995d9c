import type { Context } from "hono";
import { findReader } from "../access/reader.ts";
import { type ProblemCode, ProblemError } from "../http/problem.ts";

/** The id in the path with whose it has to be: to one without a key every id is unknown. */
export function ownId(
  context: Context,
  unknown: ProblemCode,
): { readonly reader: string; readonly id: string } {
  const id = context.req.param("id") ?? "";
  const reader = findReader(context);
  if (reader === null) throw new ProblemError(unknown, id);
  return { reader, id };
}
