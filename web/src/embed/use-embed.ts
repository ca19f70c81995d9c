import { useEffect, useState } from "react";
import type { EmbedPolicy } from "../../../server/api/types.ts";
import { authorizeBy } from "../api/authorization.ts";
import { ProblemError } from "../api/problem.ts";
import { sendRequest } from "../api/send-request.ts";
import { keepFor } from "../page/kept-name.ts";
import type { EmbedOptions } from "./embed-options.ts";
import { findHost, type Host } from "./host.ts";
import { createIdentity, nameReader } from "./identity.ts";

export type EmbedState =
  | { readonly state: "opening" }
  | { readonly state: "open"; readonly host: Host | null }
  /** `detail` says what is wrong with the token, where there was one. */
  | { readonly state: "refused"; readonly host: Host | null; readonly detail: string | null }
  | { readonly state: "unreachable" };

/** Finds out who embeds the chat and who reads it; nothing is asked of the server in nobody's name. */
export function useEmbed({ host: origin, channel }: EmbedOptions): EmbedState {
  const [state, setState] = useState<EmbedState>({ state: "opening" });
  useEffect(() => {
    const controller = new AbortController();
    open(origin, channel, controller.signal)
      .catch((): EmbedState => ({ state: "unreachable" }))
      .then((next) => {
        if (!controller.signal.aborted) setState(next);
      });
    return () => controller.abort();
  }, [origin, channel]);
  // Told once the chat stands and listens: the effects of what it holds have run before this one.
  useEffect(() => {
    if ("host" in state) state.host?.tell("ready");
  }, [state]);
  return state;
}

async function open(origin: string, channel: string, signal: AbortSignal): Promise<EmbedState> {
  const policy = (await (await sendRequest("/api/embed", { signal }, null)).json()) as EmbedPolicy;
  const host = findHost({ origin, channel, allowed: policy.origins });
  const identity = createIdentity(host, policy);
  try {
    await sendRequest("/api/embed", { signal }, identity);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error;
    return { state: "refused", host, detail: error.problem.detail ?? null };
  }
  const reader = nameReader(await identity(false));
  authorizeBy(async (isStale) => keepTo(reader, await identity(isStale)));
  host?.onOpen(async () => {
    const token = await host.askToken();
    if (token) await keepTo(reader, token);
  });
  keepFor(reader);
  return { state: "open", host };
}

/** The page may come to speak for somebody else without saying so: what is shown is not for them. */
async function keepTo(reader: string, credential: string): Promise<string> {
  if (nameReader(credential) === reader) return credential;
  window.location.reload();
  return new Promise(() => {});
}
