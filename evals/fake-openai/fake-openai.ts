import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the fake answers one request. */
export interface Script {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is in place of a completion, whole or chunk by chunk. */
  readonly body?: string | Uint8Array | readonly Uint8Array[];
  /** The reply, piece by piece. */
  readonly pieces?: readonly string[];
  /** The last event's reason; null sends none. */
  readonly finish?: string | null;
  /** Events sent as they are, after the pieces. */
  readonly events?: readonly string[];
  /** What the call used; sent last, and in a stream only where it is asked for. */
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number };
  readonly delayInMs?: number;
  /** Told of each piece as it is sent. */
  readonly onPiece?: (piece: string) => void;
  /** Waits for it before the headers, or after this many pieces. */
  readonly hold?: { readonly until: Promise<unknown>; readonly afterPieces?: number };
  /** Cuts the connection after this many bytes of the body. */
  readonly cutAtByte?: number;
  /** Cuts it before any header. */
  readonly refuses?: boolean;
}

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly stream?: boolean;
    readonly stream_options?: { readonly include_usage?: boolean };
  };
  readonly at: number;
  /** Resolves when the connection is closed before the whole reply was sent. */
  readonly abandoned: Promise<void>;
}

export interface FakeOpenAi {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  close(): void;
}

/** A server of our own that speaks OpenAI's chat completions, streamed or whole, as each request's script says. */
export async function startFakeOpenAi(
  script: (request: ReceivedRequest, number: number) => Script,
): Promise<FakeOpenAi> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await receive(incoming, response);
    requests.push(request);
    await reply(response, script(request, requests.length), request.body).catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () => end(server),
  };
}

async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const abandoned = new Promise<void>((resolve) => {
    response.once("close", () => !response.writableFinished && resolve());
  });
  const { url: path = "", headers } = incoming;
  return {
    path,
    headers,
    body: JSON.parse(Buffer.concat(chunks).toString()),
    at: performance.now(),
    abandoned,
  };
}

async function reply(
  response: ServerResponse,
  script: Script,
  { stream: isStream = false, stream_options: options }: ReceivedRequest["body"],
): Promise<void> {
  const { status = 200, headers = {}, body, hold, cutAtByte = Number.POSITIVE_INFINITY } = script;
  if (script.refuses) return void response.destroy();
  if (hold && hold.afterPieces === undefined) await hold.until;
  const type = isStream && body === undefined ? "text/event-stream" : "application/json";
  response.writeHead(status, { "content-type": type, ...headers });
  response.flushHeaders();
  let sent = 0;
  for await (const chunk of body === undefined
    ? completion(script, { isStream, tellsUsage: options?.include_usage === true })
    : toChunks(body)) {
    const room = cutAtByte - sent;
    sent += chunk.length;
    if (response.destroyed) return;
    if (!response.write(chunk.subarray(0, room))) await once(response, "drain");
    if (room < chunk.length) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return void response.destroy();
    }
  }
  response.end();
}

function toChunks(body: NonNullable<Script["body"]>): readonly Uint8Array[] {
  if (typeof body === "string") return [Buffer.from(body)];
  return body instanceof Uint8Array ? [body] : body;
}

async function* completion(
  script: Script,
  { isStream, tellsUsage }: { readonly isStream: boolean; readonly tellsUsage: boolean },
): AsyncGenerator<Buffer> {
  const { pieces = [], finish = "stop", events = [], delayInMs = 0, onPiece, hold } = script;
  if (!isStream) return void (yield Buffer.from(JSON.stringify(whole(pieces.join(""), finish))));
  for (const [index, piece] of pieces.entries()) {
    if (hold?.afterPieces === index) await hold.until;
    if (delayInMs > 0) await new Promise((resolve) => setTimeout(resolve, delayInMs));
    onPiece?.(piece);
    yield event({
      choices: [{ index: 0, delta: { role: "assistant", content: piece }, finish_reason: null }],
    });
  }
  if (hold?.afterPieces === pieces.length) await hold.until;
  for (const raw of events) yield Buffer.from(`data: ${raw}\n\n`);
  if (finish !== null) yield event({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  if (script.usage && tellsUsage) yield event({ choices: [], usage: script.usage });
  if (finish !== null) yield Buffer.from("data: [DONE]\n\n");
}

function event(fields: object): Buffer {
  return Buffer.from(
    `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", ...fields })}\n\n`,
  );
}

function whole(content: string, finish: string | null) {
  const message = { role: "assistant", content, refusal: null };
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    choices: [{ index: 0, message, finish_reason: finish }],
  };
}

function end(server: Server): void {
  server.closeAllConnections();
  server.close();
}
