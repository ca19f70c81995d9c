import { ChatOpenAICompletions } from "@langchain/openai";
import { boundedFetch } from "./bounded-fetch.ts";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** One piece of a reply; `finish` only on the last one of a whole reply. */
export interface ReplyPiece {
  readonly text: string;
  readonly refusal?: boolean;
  readonly finish?: string;
}

export interface ChatModel {
  readonly name: string;
  /** One call, not repeated; ends without a `finish` where the server cut the reply. */
  stream(
    messages: readonly ChatMessage[],
    options: { readonly signal: AbortSignal; readonly maxTokens: number },
  ): AsyncIterable<ReplyPiece>;
}

export interface ChatModelSettings {
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

const openAiUrl = "https://api.openai.com/v1";
/** These take their own temperature only. */
const fixedTemperature = /^(?:o\d|gpt-5)/;

/** Any server that speaks OpenAI's chat completions. */
export function createChatModel({ model, apiKey, baseUrl = openAiUrl }: ChatModelSettings): ChatModel {
  const client = new ChatOpenAICompletions({
    model,
    // Servers without keys are sent one all the same: the library asks for it.
    apiKey: apiKey ?? "none",
    maxRetries: 0,
    ...(fixedTemperature.test(model) ? {} : { temperature: 0 }),
    // At its default level the library prints pieces of a reply it cannot read.
    configuration: { baseURL: baseUrl, fetch: boundedFetch, logLevel: "off" },
    streamUsage: false,
  });

  return {
    name: model,
    async *stream(messages, { signal, maxTokens }) {
      // `client.stream()` drops refusals, and joins all pieces so far again at each new one.
      const chunks = await client.completionWithRetry(
        {
          ...client.invocationParams({}, { streaming: true }),
          ...lengthLimit(model, maxTokens),
          messages: messages.map(({ role, content }) => ({ role, content })),
          stream: true,
        },
        { signal },
      );
      for await (const chunk of chunks) yield readChunk(chunk);
      // The library ends quietly when the signal aborts.
      signal.throwIfAborted();
    },
  };
}

function lengthLimit(model: string, maxTokens: number) {
  return fixedTemperature.test(model) ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens };
}

/** Chunks come from outside: every field may be missing. Usage and thinking come as pieces without text. */
function readChunk(chunk: unknown): ReplyPiece {
  const { choices } = chunk as { choices?: readonly Choice[] | null };
  const choice = choices?.[0];
  const { content, refusal } = choice?.delta ?? {};
  return {
    text: typeof content === "string" ? content : "",
    ...(refusal ? { refusal: true } : {}),
    ...(choice?.finish_reason ? { finish: choice.finish_reason } : {}),
  };
}

interface Choice {
  readonly delta?: { readonly content?: unknown; readonly refusal?: string | null } | null;
  readonly finish_reason?: string | null;
}
