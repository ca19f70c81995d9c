import type { StoredConversation, StoredTurn } from "../../../server/api/conversations.ts";
import { emptyDraft, type Reply, type Turn } from "./turn.ts";

/** A stored conversation as the turns of a page, numbered from 1. */
export function restoreTurns({ id: conversation, turns }: StoredConversation): readonly Turn[] {
  return turns.map((turn, index) => ({
    id: index + 1,
    key: turn.id,
    question: turn.question,
    documents: turn.documents,
    askedAt: new Date(turn.askedAt),
    isEdited: turn.isEdited,
    feedback: turn.feedback,
    reply: restoreReply(turn, conversation),
  }));
}

function restoreReply({ id, status, answer, text }: StoredTurn, conversation: string): Reply {
  if (answer !== null) return { state: "answered", answer };
  const draft = { ...emptyDraft, text, id, conversation };
  return { state: status === "aborted" ? "stopped" : "interrupted", draft };
}
