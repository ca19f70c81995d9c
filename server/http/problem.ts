import type { Problem } from "../api/types.ts";

/** Every way a request can be refused: the stable word, the HTTP status, and what to do. */
export const problems = {
  request_invalid: { status: 400, title: "Correct the field named in detail and send the request again." },
  request_unreadable: { status: 400, title: "Send a valid Host header and a path without backslashes." },
  json_invalid: { status: 400, title: "Send one JSON object in UTF-8 as the body, each key once." },
  question_empty: { status: 400, title: "Write a question." },
  question_too_long: { status: 400, title: "Shorten the question to 2,000 characters." },
  query_empty: { status: 400, title: "Write what to search for." },
  query_too_long: { status: 400, title: "Shorten the query to 2,000 characters." },
  line_range_invalid: { status: 400, title: "Give from and to as positive whole numbers, from first." },
  token_missing: {
    status: 401,
    title:
      "Send a token signed with EMBED_SECRET as Authorization: Bearer; readers without one are not let in.",
  },
  token_expired: { status: 401, title: "Get a new token from the page's server; this one has expired." },
  token_invalid: { status: 401, title: "Correct the token as detail says, or leave Authorization out." },
  keeper_pages_off: {
    status: 403,
    title: "Set KEEPER_PAGES=on on the server to show all readers' questions to whoever can reach it.",
  },
  multipart_invalid: {
    status: 400,
    title: "Send the files as multipart/form-data, each with its file name.",
  },
  uploads_off: {
    status: 403,
    title: "Set UPLOADS=on on the server to let whoever can reach it add and remove documents.",
  },
  other_origin: { status: 403, title: "Send the request from a page of this server." },
  line_range_unknown: { status: 404, title: "Ask for lines the document has; detail says how many." },
  document_unknown: { status: 404, title: "Use a document id that GET /api/documents lists." },
  original_unavailable: {
    status: 404,
    title: "Read the document's lines; its original file is not available.",
  },
  conversation_unknown: {
    status: 404,
    title: "Leave the conversation out to begin a new one, or use an id that GET /api/conversations lists.",
  },
  answer_unknown: { status: 404, title: "Use the id of an answer of your own." },
  model_unknown: { status: 404, title: "Use a model that GET /v1/models lists." },
  path_unknown: { status: 404, title: "Use a path that /api/docs lists." },
  method_unsupported: { status: 405, title: "Use a method that the Allow header names." },
  body_slow: { status: 408, title: "Send the whole body sooner; detail says within how many seconds." },
  removal_impossible: {
    status: 409,
    title: "Remove the file from the documents folder by hand; detail says why the server cannot.",
  },
  answer_stopped: { status: 409, title: "Ask again; this answer was stopped before it was complete." },
  body_too_large: { status: 413, title: "Send at most 256 KiB in one request." },
  upload_too_large: { status: 413, title: "Send at most 100 MB in one request." },
  content_type_unsupported: { status: 415, title: "Send the body as uncompressed application/json." },
  idempotency_key_reused: {
    status: 422,
    title: "Send another Idempotency-Key; this one came with another question.",
  },
  host_unknown: {
    status: 421,
    title: "Use the server's own name; whoever runs it can add names to ALLOWED_HOSTS.",
  },
  rate_limited: { status: 429, title: "Wait as long as Retry-After says; these were too many requests." },
  tokens_spent: {
    status: 429,
    title: "Ask again tomorrow, as Retry-After says; your share of the language model is used up for today.",
  },
  answers_too_many: { status: 429, title: "Wait until one of your other answers is complete, or stop it." },
  request_abandoned: { status: 499, title: "Send the request again and stay connected." },
  internal: { status: 500, title: "Try again; if it fails again, tell whoever runs this server." },
  answer_failed: { status: 500, title: "Ask again; if it fails again, tell whoever runs this server." },
  storage_unavailable: {
    status: 503,
    title: "Try again later; conversations cannot be stored or read now, and questions can still be asked.",
  },
  uploads_busy: { status: 503, title: "Try again in a moment; another upload is being received." },
  not_ready: { status: 503, title: "Wait until GET /readyz answers 200; detail says what is missing." },
  shutting_down: { status: 503, title: "Ask again in a moment; the server is restarting." },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof problems;

/** An answer with a model takes about this long. */
const answerInSeconds = 5;

/** Thrown anywhere below a route; the reader receives exactly this problem (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  /** For those that pass with time. */
  readonly retryInSeconds: number;

  constructor(code: ProblemCode, detail?: string, retryInSeconds: number = answerInSeconds) {
    super(`${code}: ${detail ?? problems[code].title}`);
    this.problem = describeProblem(code, detail);
    this.retryInSeconds = retryInSeconds;
  }
}

export function describeProblem(code: ProblemCode, detail?: string): Problem {
  const described = { type: `/api/docs#${code}`, ...problems[code], code };
  return detail === undefined ? described : { ...described, detail: detail.slice(0, 300) };
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, ...challenge(problem.status), "content-type": "application/problem+json" },
  });
}

/** A refusal for want of a credential names the kind that is taken (RFC 9110 section 11.6.1). */
function challenge(status: number): Readonly<Record<string, string>> {
  return status === 401 ? { "www-authenticate": "Bearer" } : {};
}

export function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(problems, word);
}
