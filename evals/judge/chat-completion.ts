import { z } from "zod";
import type { JudgeParts } from "./judge.ts";

interface Service {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly model: string;
}

const replySchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const timeoutInMs = 60_000;

/** One whole completion at temperature 0 from a service that speaks OpenAI's API. */
export function createCompletion({ baseUrl, apiKey, model }: Service): JudgeParts["complete"] {
  return async (messages) => {
    const response = await fetch(`${baseUrl.replace(/\/$/, "")}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0, response_format: { type: "json_object" } }),
      signal: AbortSignal.timeout(timeoutInMs),
    });
    if (!response.ok)
      throw new Error(`The judge's service replied ${response.status}; check its address, key and model.`);
    return replySchema.parse(await response.json()).choices[0]?.message.content ?? "";
  };
}
