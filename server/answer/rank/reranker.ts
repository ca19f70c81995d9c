import { z } from "zod";
import { createBreaker } from "./breaker.ts";

/** A cross-encoder: reads question and passage together, which no index can. */
export interface Reranker {
  /**
   * How well each text answers the question, 0..1 in the order of the texts; null where the service does not say in
   * time. Throws only when `signal` aborts.
   */
  score(
    question: string,
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly number[] | null>;
}

export interface RerankerSettings {
  /** The whole address, such as http://localhost:8080/rerank. */
  readonly url: string;
  readonly model?: string | undefined;
  readonly key?: string | undefined;
}

interface RerankerParts {
  readonly log: {
    readonly warn: (about: object, message: string) => void;
    readonly info: (about: object, message: string) => void;
  };
  /** A reader waits for it, so that a slow service is worth less than none. */
  readonly timeoutInMs?: number;
  readonly now?: () => number;
}

/** Speaks `/rerank` as TEI does, or, with a model named, as vLLM, Jina and Cohere do. */
export function createReranker(
  settings: RerankerSettings,
  { log, timeoutInMs = 2000, now = Date.now }: RerankerParts,
): Reranker {
  const breaker = createBreaker(now);
  let isFailing = false;
  return {
    async score(question, texts, signal) {
      if (texts.length === 0 || breaker.isOpen()) return null;
      const deadline = AbortSignal.timeout(timeoutInMs);
      try {
        const request = buildRequest(settings, question, texts);
        const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
        const response = await fetchOverDrops(settings.url, { ...request, signal: stop });
        const scores = readScores(await readJson(response), texts.length);
        breaker.succeed();
        if (isFailing) log.info({}, "RERANK_URL answers again.");
        isFailing = false;
        return scores;
      } catch (error) {
        signal?.throwIfAborted();
        breaker.fail();
        if (!isFailing)
          log.warn({ err: error }, "RERANK_URL fails; passages keep the order found without it.");
        isFailing = true;
        return null;
      }
    },
  };
}

/** TEI refuses texts longer than its model reads unless told to cut them; the others cut by themselves. */
function buildRequest(
  { model, key }: RerankerSettings,
  query: string,
  texts: readonly string[],
): RequestInit {
  const body = model ? { model, query, documents: texts } : { query, texts, truncate: true };
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify(body),
  };
}

/** A connection kept from an earlier request may be closed just as this one is sent on it: a second try takes a new one. */
async function fetchOverDrops(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (!isDrop(error)) throw error;
    return fetch(url, request);
  }
}

function isDrop(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error &&
    "code" in cause &&
    ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(String(cause.code))
  );
}

async function readJson(response: Response): Promise<unknown> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The reranker replied ${response.status} ${response.statusText}.`);
  }
  return response.json();
}

const index = z.int().min(0);
const replySchema = z.union([
  z.array(z.object({ index, score: z.number() })),
  z
    .object({ results: z.array(z.object({ index, relevance_score: z.number() })) })
    .transform(({ results }) => results.map((item) => ({ index: item.index, score: item.relevance_score }))),
]);

/** One score for every text, or an error that says what is wrong with the reply. */
function readScores(reply: unknown, count: number): number[] {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw new Error("The reranker's reply has neither of the known shapes.");
  const byIndex = new Map(parsed.data.map(({ index, score }) => [index, score]));
  const scores = Array.from({ length: count }, (_, position) => byIndex.get(position));
  if (parsed.data.length !== count || !scores.every((score) => score !== undefined)) {
    throw new Error(`The reranker's reply does not have one score for each of the ${count} passages.`);
  }
  return scores.some((score) => score < 0 || score > 1) ? scores.map(sigmoid) : scores;
}

/** Raw logits, as some services give them, become the probabilities that the others give. */
function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
