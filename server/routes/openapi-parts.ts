import type { z } from "@hono/zod-openapi";
import { type ProblemCode, problems } from "../http/problem.ts";
import { problemSchema } from "./response-schemas.ts";

/** Content in JSON, for a route's OpenAPI entry. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return { "application/json": { schema } };
}

/** The refusals of a route, one OpenAPI response per status, naming its codes. */
export function refusals(...codes: readonly ProblemCode[]) {
  const statuses = new Set(codes.map((code) => problems[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `${code}: ${problems[code].title}`)
          .join("\n"),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}

/** How a body can be refused before its fields are looked at. */
export const bodyRefusals = [
  "request_invalid",
  "json_invalid",
  "body_slow",
  "body_too_large",
  "content_type_unsupported",
] as const satisfies readonly ProblemCode[];

/** How anything that reads the index can be refused. */
export const indexRefusals = ["not_ready", "shutting_down"] as const satisfies readonly ProblemCode[];
