import type { Feedback } from "../../../server/api/conversations.ts";
import { sendRequest } from "./send-request.ts";

/** Ends an answer that is being made, for every page that follows it. */
export async function stopAnswer(id: string): Promise<void> {
  await sendRequest(`/api/answers/${id}/stop`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
}

/** Rates an answer, or with null takes the rating back. */
export async function rateAnswer(id: string, feedback: Feedback | null): Promise<void> {
  const path = `/api/answers/${id}/feedback`;
  if (feedback === null) {
    await sendRequest(path, { method: "DELETE" });
    return;
  }
  const { rating, reason } = feedback;
  await sendRequest(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(reason === null ? { rating } : { rating, reason }),
  });
}
