import { ProblemError, readProblem } from "./problem.ts";

/** `fetch`, with a refusal and a dead connection both thrown as a ProblemError; an abort stays an abort. */
export async function sendRequest(path: string, options: RequestInit): Promise<Response> {
  const response = await reach(path, options);
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return response;
}

async function reach(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, options);
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ProblemError({ type: "about:blank", title: "", status: 0, code: "unreachable" }, { cause });
  }
}
