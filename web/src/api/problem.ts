import type { Problem } from "../../../server/api/types.ts";

/** A request that the server refused or could not be reached for; `problem.title` says what to do. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.title, options);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Reads `application/problem+json`; anything else (a proxy's HTML page) becomes a problem by its status. */
export async function readProblem(response: Response): Promise<Problem> {
  const fallback = {
    type: "about:blank",
    title: `${response.status} ${response.statusText}`.trim(),
    status: response.status,
    code: "http_error",
  };
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? body : fallback;
  } catch {
    return fallback;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "title" in body && "code" in body;
}
