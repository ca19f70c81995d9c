import { randomUUID } from "node:crypto";
import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { admitAnswer } from "../access/admit-answer.ts";
import type { AnswerPlaces } from "../access/answer-places.ts";
import type { AskRequest } from "../api/types.ts";
import { completeEvents } from "../http/complete-events.ts";
import { ProblemError } from "../http/problem.ts";
import type { AppParts } from "../routes/parts.ts";
import { findConversation } from "./conversation.ts";
import type { LiveAnswer } from "./live-answer.ts";
import type { Intent } from "./live-answers.ts";
import { recordTurn } from "./record-turn.ts";
import { saveTurn } from "./save-turn.ts";
import { readHistory } from "./turns.ts";
import type { UnsavedConversations } from "./unsaved-conversations.ts";

export interface AnsweringParts extends AppParts {
  readonly unsaved: UnsavedConversations;
  readonly places: AnswerPlaces;
}

export interface Asked extends Intent {
  readonly request: AskRequest;
  /** Where it was asked from. */
  readonly network: string;
}

/** Begins an answer in the reader's conversation, or in a new one; it is stored when it has ended. */
export function beginAnswer(parts: AnsweringParts, base: KnowledgeBase, asked: Asked): LiveAnswer {
  const { reader, request } = asked;
  const place = placeTurn(parts, reader, request.conversation);
  const { question, documents = [], replaces = null } = request;
  const turn = { id: randomUUID(), reader, question, documents, replaces, askedAt: new Date(), ...place };
  const history = request.history ?? earlierTurns(parts, reader, request.conversation);
  const full = { ...request, conversation: place.conversation, history };

  const stop = new AbortController();
  const allowance = admitAnswer(parts, asked, stop);
  const open = (signal: AbortSignal) => parts.ask(base, full, signal, allowance);
  const events = completeEvents(open, { ...parts, stop });
  const recorded = recordTurn(events, turn, (end) => {
    const saved = attempt(() => parts.storage.use((database) => saveTurn(database, { ...turn, ...end })));
    if (saved === null) parts.unsaved.add(reader, place.conversation);
  });
  return parts.answers.begin(turn.id, asked, { events: recorded, stop });
}

interface Place {
  readonly conversation: string;
  readonly isFirst: boolean;
}

/** Where the conversations cannot be read, an id is taken as it came: nothing is read or stored under it. */
function placeTurn({ storage, unsaved }: AnsweringParts, reader: string, id: string | undefined): Place {
  if (id === undefined) return { conversation: randomUUID(), isFirst: true };
  if (unsaved.has(reader, id)) return { conversation: id, isFirst: true };
  const found = attempt(() => storage.use((database) => ({ it: findConversation(database, reader, id) })));
  if (found?.it === null) throw new ProblemError("conversation_unknown", id);
  return { conversation: id, isFirst: false };
}

function earlierTurns({ storage }: AnsweringParts, reader: string, id: string | undefined) {
  if (id === undefined) return [];
  return attempt(() => storage.use((database) => readHistory(database, reader, id))) ?? [];
}

/** Null where the storage cannot be used, which it has logged and counted: the answer goes out all the same. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
