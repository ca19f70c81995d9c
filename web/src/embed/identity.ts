import type { EmbedPolicy } from "../../../server/api/types.ts";
import { ProblemError } from "../api/problem.ts";
import { sendRequest } from "../api/send-request.ts";
import type { Host } from "./host.ts";

/** Gives the reader's credential; a stale one is asked for anew. */
export type FindCredential = (isStale: boolean) => Promise<string>;

/** By the page's token where it has one, else by a key of the frame's own where such readers are let in. */
export function createIdentity(host: Host | null, { isOpen }: EmbedPolicy): FindCredential {
  let found: Promise<string> | null = null;
  const find = async (isStale: boolean) => {
    const token = (await host?.askToken()) ?? null;
    if (token !== null) return token;
    if (isOpen) return findKey(isStale);
    throw new ProblemError({ type: "about:blank", title: "", status: 401, code: "token_missing" });
  };
  return (isStale) => {
    if (found === null || isStale) {
      found = find(isStale);
      found.catch(() => {
        found = null;
      });
    }
    return found;
  };
}

/** The subject of a token; a key is its reader's name itself, and so is what turns out to be no token. */
export function nameReader(credential: string): string {
  const payload = credential.split(".")[1] ?? "";
  try {
    const { sub } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { sub: string };
    return sub;
  } catch {
    return credential;
  }
}

const storageName = "groundline.embed.reader";

/** Kept in the frame's own storage, which browsers keep apart for each site that embeds it. */
async function findKey(isStale: boolean): Promise<string> {
  const known = isStale ? null : readKey();
  if (known !== null) return known;
  const headers = { "Content-Type": "application/json" };
  const response = await sendRequest("/api/embed/readers", { method: "POST", headers, body: "{}" }, null);
  const { key } = (await response.json()) as { key: string };
  saveKey(key);
  return key;
}

function readKey(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}

function saveKey(key: string): void {
  try {
    localStorage.setItem(storageName, key);
  } catch {
    // The key holds until the page is left.
  }
}
