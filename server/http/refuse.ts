import type { Problem } from "../api/types.ts";
import { isOpenAiPath } from "./api-path.ts";
import { problemResponse } from "./problem.ts";

/** A problem in the shape that clients of this path read. */
export function refuse(
  path: string,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  if (!isOpenAiPath(path)) return problemResponse(problem, headers);
  return Response.json(describeOpenAiError(problem), { status: problem.status, headers });
}

/** The error shape of the OpenAI API. */
export function describeOpenAiError({ title, detail, status, code }: Problem) {
  const message = detail === undefined ? title : `${title} (${detail})`;
  const type = status < 500 ? "invalid_request_error" : "server_error";
  return { error: { message, type, param: null, code } };
}
