import type { Answer, AnswerSentence, AskEvent, Citation, Problem } from "../../../server/api/types.ts";

/** What has arrived of an answer so far. */
export interface Draft {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly sentences: readonly AnswerSentence[];
  /** Whether the passages have been found and the answer is being written. */
  readonly isRetrieved: boolean;
  /** Known once the passages have been found. */
  readonly conversation: string | null;
}

export type Reply =
  | { readonly state: "streaming"; readonly draft: Draft }
  | { readonly state: "stopped"; readonly draft: Draft }
  | { readonly state: "interrupted"; readonly draft: Draft }
  | { readonly state: "answered"; readonly answer: Answer }
  | { readonly state: "failed"; readonly draft: Draft; readonly problem: Problem };

/** One question and what came of it. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  readonly askedAt: Date;
  readonly reply: Reply;
}

export const emptyDraft: Draft = {
  text: "",
  citations: [],
  sentences: [],
  isRetrieved: false,
  conversation: null,
};

/** The reply once an event has arrived; a reply that has ended stays as it is. */
export function receiveEvent(reply: Reply, { event, data }: AskEvent): Reply {
  if (reply.state !== "streaming") return reply;
  const { draft } = reply;
  switch (event) {
    case "retrieved": {
      const { conversation = null } = data;
      return { state: "streaming", draft: { ...draft, isRetrieved: true, conversation } };
    }
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
  }
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
