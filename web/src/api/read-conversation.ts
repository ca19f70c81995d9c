import type { StoredConversation } from "../../../server/api/types.ts";
import { sendRequest } from "./send-request.ts";

export async function readConversation(id: string, signal: AbortSignal): Promise<StoredConversation> {
  const response = await sendRequest(`/api/conversations/${encodeURIComponent(id)}`, { signal });
  return (await response.json()) as StoredConversation;
}
