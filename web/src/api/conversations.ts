import type {
  ConversationList,
  ConversationSummary,
  StoredConversation,
} from "../../../server/api/conversations.ts";
import { ProblemError } from "./problem.ts";
import { sendRequest } from "./send-request.ts";

interface ListRequest {
  readonly query: string;
  readonly limit: number;
  /** The `next` of the part before. */
  readonly before?: string;
}

export async function listConversations(
  { query, limit, before }: ListRequest,
  signal: AbortSignal,
): Promise<ConversationList> {
  const parameters = new URLSearchParams({ limit: String(limit) });
  if (query !== "") parameters.set("query", query);
  if (before !== undefined) parameters.set("before", before);
  const response = await sendRequest(`/api/conversations?${parameters}`, { signal });
  return (await response.json()) as ConversationList;
}

export async function readConversation(id: string, signal: AbortSignal): Promise<StoredConversation> {
  const response = await sendRequest(buildPath(id), { signal });
  return (await response.json()) as StoredConversation;
}

export async function renameConversation(id: string, title: string): Promise<ConversationSummary> {
  const response = await sendRequest(buildPath(id), {
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ title }),
  });
  return (await response.json()) as ConversationSummary;
}

/** One that is gone already is as good as deleted. */
export async function deleteConversation(id: string): Promise<void> {
  await sendRequest(buildPath(id), { method: "DELETE" }).catch((error: unknown) => {
    if (!(error instanceof ProblemError && error.problem.status === 404)) throw error;
  });
}

/** Takes a deletion back. */
export async function restoreConversation(id: string): Promise<void> {
  await sendRequest(`${buildPath(id)}/restore`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
}

function buildPath(id: string): string {
  return `/api/conversations/${encodeURIComponent(id)}`;
}
