import { ChatOpenAICompletions } from "@langchain/openai";
import type { Usage } from "./allowance.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { joinPieces } from "./join-pieces.ts";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** One piece of a reply; `finish` only on the last one of a whole reply. */
export interface ReplyPiece {
  readonly text: string;
  readonly refusal?: boolean;
  readonly finish?: string;
  /** What the call has used, where the server says so. */
  readonly usage?: Usage;
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
  let tellsUsage = true;

  return {
    name: model,
    async *stream(messages, { signal, maxTokens }) {
      // `client.stream()` drops refusals, and joins all pieces so far again at each new one.
      const open = () =>
        client.completionWithRetry(
          {
            ...client.invocationParams({}, { streaming: true }),
            ...(tellsUsage ? { stream_options: { include_usage: true } } : {}),
            ...lengthLimit(model, maxTokens),
            messages: messages.map(({ role, content }) => ({ role, content })),
            stream: true,
          },
          { signal },
        );
      const chunks = await open().catch((error: unknown) => {
        if (!tellsUsage || !refusesUsage(error)) throw error;
        tellsUsage = false;
        return open();
      });
      yield* joinPieces(readChunks(chunks));
      // The library ends quietly when the signal aborts.
      signal.throwIfAborted();
    },
  };
}

/** Some servers know no `stream_options`. */
function refusesUsage(error: unknown): boolean {
  const { status, message } = error as { readonly status?: unknown; readonly message?: unknown };
  return (status === 400 || status === 422) && /stream_options/.test(String(message));
}

function lengthLimit(model: string, maxTokens: number) {
  return fixedTemperature.test(model) ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens };
}

async function* readChunks(chunks: AsyncIterable<unknown>): AsyncGenerator<ReplyPiece> {
  for await (const chunk of chunks) yield readChunk(chunk);
}

/** Chunks come from outside: every field may be missing. Usage and thinking come as pieces without text. */
function readChunk(chunk: unknown): ReplyPiece {
  const { choices, usage } = chunk as { choices?: readonly Choice[] | null; usage?: ReportedUsage | null };
  const choice = choices?.[0];
  const { content, refusal } = choice?.delta ?? {};
  return {
    text: typeof content === "string" ? content : "",
    ...(refusal ? { refusal: true } : {}),
    ...(choice?.finish_reason ? { finish: choice.finish_reason } : {}),
    ...(isReported(usage)
      ? { usage: { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens } }
      : {}),
  };
}

interface Choice {
  readonly delta?: { readonly content?: unknown; readonly refusal?: string | null } | null;
  readonly finish_reason?: string | null;
}

interface ReportedUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

function isReported(usage: Partial<ReportedUsage> | null | undefined): usage is ReportedUsage {
  return isCount(usage?.prompt_tokens) && isCount(usage?.completion_tokens);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
