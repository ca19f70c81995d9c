import type { FeedbackKind, FeedbackList } from "../../../server/api/conversations.ts";
import { sendRequest } from "./send-request.ts";

/** One part of the list; `before` is the `next` of the part before. */
export async function readFeedback(
  kind: FeedbackKind,
  before: string | null,
  signal: AbortSignal | null,
): Promise<FeedbackList> {
  const query = new URLSearchParams({ kind, limit: "20", ...(before === null ? {} : { before }) });
  const response = await sendRequest(`/api/feedback?${query}`, { signal });
  return (await response.json()) as FeedbackList;
}
