import type { Feedback } from "../../../server/api/conversations.ts";
import type { Problem } from "../../../server/api/types.ts";
import type { FollowedEvent } from "../api/ask-question.ts";
import { emptyDraft, endReply, failReply, type Reply, receiveEvent, type Turn } from "./turn.ts";

export type AskedTurn = Omit<Turn, "reply" | "feedback">;

export type TurnChange =
  | { readonly type: "asked"; readonly turn: AskedTurn }
  | { readonly type: "event-received"; readonly id: number; readonly event: FollowedEvent }
  | { readonly type: "ended"; readonly id: number; readonly state: "stopped" | "interrupted" }
  | { readonly type: "failed"; readonly id: number; readonly problem: Problem }
  | { readonly type: "rated"; readonly id: number; readonly feedback: Feedback | null };

/** The turns after a change; a question asked again takes the place of its first try. */
export function changeTurns(turns: readonly Turn[], change: TurnChange): readonly Turn[] {
  switch (change.type) {
    case "asked":
      return placeTurn(turns, {
        ...change.turn,
        feedback: null,
        reply: { state: "streaming", draft: emptyDraft },
      });
    case "event-received":
      return changeReply(turns, change.id, (reply) => receiveEvent(reply, change.event));
    case "ended":
      return changeReply(turns, change.id, (reply) => endReply(reply, change.state));
    case "failed":
      return changeReply(turns, change.id, (reply) => failReply(reply, change.problem));
    case "rated":
      return turns.map((turn) => (turn.id === change.id ? { ...turn, feedback: change.feedback } : turn));
  }
}

function placeTurn(turns: readonly Turn[], placed: Turn): readonly Turn[] {
  const isKnown = turns.some(({ id }) => id === placed.id);
  return isKnown ? turns.map((turn) => (turn.id === placed.id ? placed : turn)) : [...turns, placed];
}

function changeReply(turns: readonly Turn[], id: number, next: (reply: Reply) => Reply): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? { ...turn, reply: next(turn.reply) } : turn));
}
