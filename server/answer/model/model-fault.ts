import { classifyRateLimitError, parseRetryAfterMs } from "@langchain/core/utils/async_caller";

/** Why a language model did not answer, as the log and `/readyz` name it. */
export type FaultCode =
  | "model_unreachable"
  | "model_failing"
  | "model_busy"
  | "model_quota"
  | "model_rejected"
  | "model_silent"
  | "model_late"
  | "model_garbled"
  | "model_resting";

const advice: Readonly<Record<FaultCode, string>> = {
  model_unreachable: "No connection to OPENAI_BASE_URL; check the address and that its server runs.",
  model_failing: "The model's server reports an error of its own; see its log.",
  model_busy: "The model's server limits the rate; ask for a higher limit, or use a smaller model.",
  model_quota: "The account's quota is used up; add credit, or set ANSWERS=extractive.",
  model_rejected: "The model's server refuses the request; check OPENAI_API_KEY and CHAT_MODEL.",
  model_silent: "The model sent nothing for too long; see its load.",
  model_late: "The model took too long in all; see its load, or use a smaller model.",
  model_garbled: "The reply is not a chat completion; check that OPENAI_BASE_URL ends in /v1.",
  model_resting: "The model failed several times and is left alone for half a minute.",
};

/** A model's failure; the message says what to do, and `detail` what the server said. */
export class ModelFault extends Error {
  override readonly name = "ModelFault";
  readonly code: FaultCode;
  readonly isRetryable: boolean;
  readonly retryAfterInMs: number;
  readonly detail: string;

  constructor(
    code: FaultCode,
    { isRetryable = false, retryAfterInMs = 0, detail = "" }: Partial<FaultDetails> = {},
  ) {
    super(advice[code]);
    this.code = code;
    this.isRetryable = isRetryable;
    this.retryAfterInMs = retryAfterInMs;
    this.detail = detail;
  }
}

interface FaultDetails {
  readonly isRetryable: boolean;
  /** The least wait that the server asks for. */
  readonly retryAfterInMs: number;
  readonly detail: string;
}

/** What the client library threw, as one of our faults. */
export function toModelFault(error: unknown): ModelFault {
  const own = findOwn(error);
  if (own) return own;
  const { status, headers, message } = readError(error);
  const detail = `${status ?? ""} ${message}`.trim().slice(0, 300);
  if (status === undefined) {
    if (isConnectionError(error)) return new ModelFault("model_unreachable", { isRetryable: true, detail });
    return new ModelFault(isReported(error) ? "model_failing" : "model_garbled", { detail });
  }
  if (status === 429) {
    return classifyRateLimitError(error)?.action === "stop"
      ? new ModelFault("model_quota", { detail })
      : new ModelFault("model_busy", { isRetryable: true, retryAfterInMs: retryAfter(headers), detail });
  }
  if (status === 408 || status === 409 || status >= 500) {
    return new ModelFault("model_failing", {
      isRetryable: true,
      retryAfterInMs: retryAfter(headers),
      detail,
    });
  }
  return new ModelFault("model_rejected", { detail });
}

/** The client library wraps what our own `fetch` throws. */
function findOwn(error: unknown): ModelFault | null {
  if (error instanceof ModelFault) return error;
  return error instanceof Error ? findOwn(error.cause) : null;
}

function retryAfter(headers: Headers | undefined): number {
  return parseRetryAfterMs(headers?.get("retry-after")) ?? 0;
}

/** An error that the server sent in the midst of its events. */
function isReported(error: unknown): boolean {
  return error instanceof Error && nameOf(error) === "APIError";
}

/** What is thrown while the body is read comes from `fetch` itself. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isFetchFailure = error instanceof TypeError && /terminated|fetch failed/.test(error.message);
  return isFetchFailure || /^(?:APIConnection(?:Timeout)?Error|TimeoutError)$/.test(nameOf(error));
}

function nameOf(error: Error): string {
  return error.name === "Error" ? error.constructor.name : error.name;
}

interface ReadError {
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
  readonly message: string;
}

function readError(error: unknown): ReadError {
  if (!(error instanceof Error)) return { status: undefined, headers: undefined, message: String(error) };
  const { status, headers } = error as Error & { readonly status?: unknown; readonly headers?: unknown };
  const cause = error.cause instanceof Error ? `: ${rootCause(error.cause).message}` : "";
  return {
    status: typeof status === "number" ? status : undefined,
    headers: headers instanceof Headers ? headers : undefined,
    message: error.message + cause,
  };
}

function rootCause(error: Error): Error {
  return error.cause instanceof Error ? rootCause(error.cause) : error;
}
