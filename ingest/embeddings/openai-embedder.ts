import { OpenAIEmbeddings } from "@langchain/openai";
import { z } from "zod";
import { createPatientFetch, type Wait } from "../patient-fetch.ts";
import { type Embedder, EmbeddingError } from "./embedder.ts";
import { findVectorFault } from "./vector-fault.ts";

/** A service that speaks OpenAI's protocol, and the model it is asked for. */
export interface EmbeddingService {
  readonly model: string;
  readonly baseUrl: string;
  /** Undefined for a service that asks for none. */
  readonly apiKey: string | undefined;
}

export interface OpenAiEmbedderOptions {
  /** Of the model's vectors, where an index already tells; null asks the service. */
  readonly dimension: number | null;
  readonly wait?: Wait;
}

const deadlineInMs = 60_000;

/** The embedder of an outside model. Throws EmbeddingError where the service fails or answers with no fit vectors. */
export async function openOpenAiEmbedder(
  service: EmbeddingService,
  { dimension: known, wait }: OpenAiEmbedderOptions,
): Promise<Embedder> {
  const id = embedderId(service);
  const embed = async (texts: readonly string[], signal?: AbortSignal) => {
    const client = new Client({
      model: service.model,
      // The client insists on a key, and would take one from the environment.
      apiKey: service.apiKey ?? "none",
      maxRetries: 0,
      configuration: {
        baseURL: service.baseUrl,
        fetch: createPatientFetch({ deadlineInMs, signal, wait }),
      },
    });
    const answer = await client.ask(texts).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw new EmbeddingError(explainFailure(service, cause), { cause });
    });
    return readVectors(answer, texts.length, id);
  };
  const dimension = known ?? (await embed(["dimension"]))[0]?.length ?? 0;
  return {
    id,
    dimension,
    embed: async (texts, signal) => {
      const vectors = await embed(texts, signal);
      for (const vector of vectors) {
        const fault = findVectorFault(vector, dimension);
        if (fault !== null) throw unfit(id, fault);
      }
      return vectors;
    },
  };
}

export function embedderId({ model }: Pick<EmbeddingService, "model">): string {
  return `openai:${model}`;
}

class Client extends OpenAIEmbeddings {
  /** The service's answer as it is: `embedDocuments` would take its vectors in the order in which they come. */
  ask(texts: readonly string[]): Promise<unknown> {
    return this.embeddingWithRetry({ model: this.model, input: [...texts], encoding_format: "float" });
  }
}

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).nonempty() })),
});

/** Vectors of length 1 in the order of the texts, to which `index` assigns them. */
function readVectors(answer: unknown, count: number, id: string): Float32Array[] {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw unfit(id, "something that is no list of vectors of numbers");
  const { data } = parsed.data;
  if (data.length !== count) throw unfit(id, `${data.length} vectors for ${count} texts`);
  const vectors = new Map(data.map(({ index, embedding }, place) => [index ?? place, scale(embedding)]));
  return data.map((_, place) => {
    const vector = vectors.get(place);
    if (vector === undefined) throw unfit(id, `no vector for text ${place + 1} of ${count}`);
    return vector;
  });
}

function scale(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

function unfit(id: string, fault: string): EmbeddingError {
  return new EmbeddingError(`The embedder '${id}' returned ${fault}: the index is left as it was.`);
}

/** What failed and what to do about it; a service that repeats the key does not make it known. */
function explainFailure({ model, baseUrl, apiKey }: EmbeddingService, error: unknown): string {
  const { status } = error as { readonly status?: number };
  const reason = firstLine(rootOf(error)).replaceAll(apiKey ?? "\n", "…");
  const failed = `The embedding service at ${baseUrl} failed (${reason})`;
  if (status === 401 || status === 403) return `${failed}: check OPENAI_API_KEY.`;
  if (status === 404) return `${failed}: check OPENAI_BASE_URL, and whether it has the model '${model}'.`;
  if (status === 429) return `${failed}: wait, or raise the limits of its account.`;
  if (status !== undefined && status < 500) return `${failed}: check EMBEDDING_MODEL, which is '${model}'.`;
  return `${failed}: check that it runs at OPENAI_BASE_URL, or set EMBEDDINGS=builtin.`;
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
}

/** A connection refused at several addresses of one host has a code and no message. */
function firstLine(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return (message || code || String(error)).split("\n")[0] ?? "";
}
