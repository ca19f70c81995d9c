import type { Gloss } from "../../../server/api/types.ts";
import { sendRequest } from "./send-request.ts";

export async function readGloss(text: string, signal: AbortSignal): Promise<Gloss> {
  const response = await sendRequest(`/api/gloss?text=${encodeURIComponent(text)}`, { signal });
  return (await response.json()) as Gloss;
}
