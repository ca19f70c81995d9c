import type { Feedback } from "../../../server/api/conversations.ts";
import type { Answer, AnswerSentence, Citation, Problem } from "../../../server/api/types.ts";
import type { FollowedEvent } from "../api/ask-question.ts";

/** What has arrived of an answer so far. */
export interface Draft {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly sentences: readonly AnswerSentence[];
  /** Whether the passages have been found and the answer is being written. */
  readonly isRetrieved: boolean;
  /** Whether the connection was lost and is being made again. */
  readonly isLost: boolean;
  /** The answer's id and its conversation, known once the passages have been found. */
  readonly id: string | null;
  readonly conversation: string | null;
}

export type Reply =
  | { readonly state: "streaming"; readonly draft: Draft }
  | { readonly state: "stopped"; readonly draft: Draft }
  | { readonly state: "interrupted"; readonly draft: Draft }
  | { readonly state: "answered"; readonly answer: Answer }
  | { readonly state: "failed"; readonly draft: Draft; readonly problem: Problem };

/** What a reader asked, and of which documents; none means all. */
export interface Question {
  readonly question: string;
  readonly documents: readonly string[];
}

/** One question and what came of it. */
export interface Turn extends Question {
  readonly id: number;
  /** Names the intent to the server: sending it again does nothing new. */
  readonly key: string;
  readonly askedAt: Date;
  readonly isEdited: boolean;
  readonly feedback: Feedback | null;
  readonly reply: Reply;
}

export const emptyDraft: Draft = {
  text: "",
  citations: [],
  sentences: [],
  isRetrieved: false,
  isLost: false,
  id: null,
  conversation: null,
};

/** The reply once an event has arrived; a reply that has ended takes only what names it. */
export function receiveEvent(reply: Reply, { event, data }: FollowedEvent): Reply {
  if (event === "retrieved" && reply.state !== "answered") {
    const { id = null, conversation = null } = data;
    return { ...reply, draft: { ...reply.draft, isRetrieved: true, isLost: false, id, conversation } };
  }
  if (reply.state !== "streaming") return reply;
  const draft = { ...reply.draft, isLost: event === "lost" };
  switch (event) {
    case "delta":
      return { state: "streaming", draft: { ...draft, text: draft.text + data.text } };
    case "citation":
      return { state: "streaming", draft: { ...draft, citations: [...draft.citations, data] } };
    case "verdict":
      return { state: "streaming", draft: { ...draft, sentences: [...draft.sentences, data] } };
    case "done":
      return { state: "answered", answer: data };
    case "error":
      return { state: "failed", draft, problem: data };
    default:
      return { state: "streaming", draft };
  }
}

/** The answer's id, once it is known: under it the server keeps what came of the question. */
export function answerIdOf(reply: Reply): string | null {
  return reply.state === "answered" ? reply.answer.id : reply.draft.id;
}

/** The conversation a reply belongs to, once it is known. */
export function conversationOf(reply: Reply): string | null {
  return reply.state === "answered" ? reply.answer.conversation : reply.draft.conversation;
}

/** The reply once its stream has ended without `done` or `error`. */
export function endReply(reply: Reply, state: "stopped" | "interrupted"): Reply {
  return reply.state === "streaming" ? { state, draft: reply.draft } : reply;
}

export function failReply(reply: Reply, problem: Problem): Reply {
  return reply.state === "streaming" ? { state: "failed", draft: reply.draft, problem } : reply;
}
