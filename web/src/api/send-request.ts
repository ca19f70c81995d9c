import { currentAuthorization, withCredential } from "./authorization.ts";
import { ProblemError, readProblem } from "./problem.ts";

/** `fetch`, with a refusal and a dead connection both thrown as a ProblemError; an abort stays an abort. */
export async function sendRequest(
  path: string,
  options: RequestInit,
  findCredential = currentAuthorization(),
): Promise<Response> {
  const send = async (isStale: boolean) =>
    reach(path, findCredential ? withCredential(options, await findCredential(isStale)) : options);
  const first = await send(false);
  const response = first.status === 401 && findCredential ? await send(true) : first;
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
