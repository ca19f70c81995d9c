import type { AskRequest } from "../../../server/api/types.ts";
import { keptName } from "../page/kept-name.ts";
import type { AskedTurn } from "./change-turns.ts";

/** An answer under way, as much as it takes to follow it again once the page has been loaded anew. */
export interface PendingAnswer {
  readonly turn: AskedTurn;
  readonly request: AskRequest;
  /** Its id, once it is known. */
  readonly answer: string | null;
}

/** The server keeps the events of an answer this long after its end; later, the question would be asked anew. */
const keptInMs = 120_000;

/** Of the tab, and of the conversation it goes on; null for a new one. */
export function keepPending(conversation: string | null, pending: PendingAnswer | null): void {
  try {
    if (pending === null) sessionStorage.removeItem(keyOf(conversation));
    else sessionStorage.setItem(keyOf(conversation), JSON.stringify(pending));
  } catch {
    // Without storage a reload leaves the answer to be found where the server keeps it.
  }
}

export function readPending(conversation: string | null): PendingAnswer | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(conversation)) ?? "null") as PendingAnswer | null;
    if (kept === null) return null;
    const askedAt = new Date(kept.turn.askedAt);
    const isRecent = Date.now() - askedAt.getTime() < keptInMs;
    return isRecent ? { ...kept, turn: { ...kept.turn, askedAt } } : null;
  } catch {
    return null;
  }
}

function keyOf(conversation: string | null): string {
  return keptName(`pending.${conversation ?? "new"}`);
}
