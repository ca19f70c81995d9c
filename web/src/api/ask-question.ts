import type { AskEvent, AskRequest } from "../../../server/api/types.ts";
import { parseEvents } from "./parse-events.ts";
import { ProblemError } from "./problem.ts";
import { sendRequest } from "./send-request.ts";
import { waitForConnection } from "./wait-for-connection.ts";

export interface Asking {
  readonly request: AskRequest;
  /** A new one for each intent: sent again, it means the same answer. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** `lost` stands where the connection broke off; what follows goes on from there. */
export type FollowedEvent = AskEvent | { readonly event: "lost"; readonly data: null };

/** How far an answer has been followed. */
interface Followed {
  id: string | null;
  lastEvent: string;
  /** Connections lost since the last event. */
  losses: number;
}

/**
 * The events of one answer as they arrive, each once, over as many connections as it takes. It ends without `done` or
 * `error` where the server is not reached again in time or knows nothing of the answer any more.
 */
export async function* askQuestion(asking: Asking): AsyncGenerator<FollowedEvent> {
  const followed: Followed = { id: null, lastEvent: "0", losses: 0 };
  let response = await postQuestion(asking);
  for (;;) {
    for await (const event of readEvents(response, followed, asking.signal)) {
      yield event;
      if (event.event === "done" || event.event === "error") return;
    }
    yield { event: "lost", data: null };
    const resumed = await reconnect(asking, followed);
    if (resumed === null) return;
    response = resumed;
  }
}

/** Events until the connection ends, in whatever way it does. */
async function* readEvents(
  { body }: Response,
  followed: Followed,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  if (body === null) return;
  try {
    for await (const { event: name, data, id } of parseEvents(body)) {
      if (!isAskEventName(name)) continue;
      const event = { event: name, data: JSON.parse(data) } as AskEvent;
      followed.losses = 0;
      followed.lastEvent = id ?? followed.lastEvent;
      if (event.event === "retrieved") followed.id = event.data.id ?? null;
      yield event;
    }
  } catch (error) {
    if (signal.aborted) throw error;
  }
}

/** A connection that goes on where the last one broke off; null where there is nothing to go on with. */
async function reconnect(asking: Asking, followed: Followed): Promise<Response | null> {
  const { signal } = asking;
  while (await waitForConnection(followed.losses, signal)) {
    followed.losses += 1;
    try {
      const response = await (followed.id === null
        ? postQuestion(asking)
        : sendRequest(`/api/answers/${followed.id}/events`, {
            headers: { "Last-Event-ID": followed.lastEvent },
            signal,
          }));
      return response.status === 204 ? null : response;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { status } = error.problem;
      if (status !== 0 && status < 500) return null;
    }
  }
  return null;
}

function postQuestion({ request, key, signal }: Asking): Promise<Response> {
  return sendRequest("/api/ask", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "text/event-stream",
      "Idempotency-Key": key,
    },
    body: JSON.stringify(request),
    signal,
  });
}

const askEventNames: readonly string[] = [
  "retrieved",
  "delta",
  "citation",
  "verdict",
  "done",
  "error",
] satisfies AskEvent["event"][];

function isAskEventName(name: string): name is AskEvent["event"] {
  return askEventNames.includes(name);
}
