import type { z } from "@hono/zod-openapi";
import { isProblemCode, ProblemError } from "./problem.ts";

/** The value as the schema describes it; a schema may name the problem's code as its error message. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;

  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new ProblemError("request_invalid");
  if (isProblemCode(issue.message)) throw new ProblemError(issue.message);
  throw new ProblemError("request_invalid", [issue.path.join("."), issue.message].filter(Boolean).join(": "));
}
