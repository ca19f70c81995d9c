import type { Answer, AskRequest, HistoryTurn } from "../../../server/api/types.ts";
import { removeMarkers } from "../answer/markers.ts";
import { conversationOf, type Question, type Turn } from "./turn.ts";

const historyLimit = 6;

/** The server refuses a longer turn. */
const turnLimitInCharacters = 4000;

/** A question with the earlier turns that it may lean on, in the conversation that `stored` or they name. */
export function buildRequest(
  { question, documents }: Question,
  earlier: readonly Turn[],
  stored: string | null = lastConversation(earlier),
): AskRequest {
  return {
    question,
    history: earlier.flatMap(readExchange).slice(-historyLimit),
    ...(stored === null ? {} : { conversation: stored }),
    ...(documents.length === 0 ? {} : { documents }),
  };
}

/** The conversation the turns belong to; null before the first of them is known to. */
export function lastConversation(turns: readonly Turn[]): string | null {
  return turns.reduce<string | null>((last, { reply }) => conversationOf(reply) ?? last, null);
}

/** The question of a turn as it was asked; null where there is no such turn. */
export function findAsked(turns: readonly Turn[], id: number | null): AskRequest | null {
  const index = turns.findIndex((turn) => turn.id === id);
  const turn = turns[index];
  return turn === undefined ? null : buildRequest(turn, turns.slice(0, index));
}

/** The whole answer of a turn; null where there is none. */
export function findAnswer(turns: readonly Turn[], id: number | null): Answer | null {
  const reply = turns.find((turn) => turn.id === id)?.reply;
  return reply?.state === "answered" ? reply.answer : null;
}

/** Markers are left out: they mean nothing outside their own answer. */
function readExchange({ question, reply }: Turn): readonly HistoryTurn[] {
  if (reply.state !== "answered") return [];
  const content = removeMarkers(reply.answer.text).slice(0, turnLimitInCharacters);
  return [
    { role: "user", content: question },
    { role: "assistant", content },
  ];
}
