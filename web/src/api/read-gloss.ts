import type { Gloss } from "../../../server/api/gloss.ts";
import { sendRequest } from "./send-request.ts";

export async function readGloss(text: string, signal: AbortSignal): Promise<Gloss> {
  const response = await sendRequest(`/api/gloss?text=${encodeURIComponent(text)}`, { signal });
  return (await response.json()) as Gloss;
}
