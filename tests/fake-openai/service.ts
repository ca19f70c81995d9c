import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** Answers one request over the wire as the test wants it: rightly, wrongly, in pieces or not at all. */
export type Reply = (response: ServerResponse, request: FakeRequest) => void | Promise<void>;

export interface FakeService {
  /** As OPENAI_BASE_URL takes it. */
  readonly baseUrl: string;
  readonly requests: FakeRequest[];
  /** Answers the next requests, one each, before `usual` answers again. */
  readonly script: Reply[];
  readonly stop: () => Promise<void>;
}

/** A service of the test's own on a free port. */
export async function startFakeService(usual: Reply): Promise<FakeService> {
  const requests: FakeRequest[] = [];
  const script: Reply[] = [];
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const body = text === "" ? null : JSON.parse(text);
    const request = { path: message.url ?? "", headers: message.headers, body };
    requests.push(request);
    await (script.shift() ?? usual)(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export function sendJson(
  body: unknown,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Reply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

/** An error as the protocol has it. */
export function sendError(
  status: number,
  { code = null, message = `status ${status}`, headers = {} }: FakeError = {},
): Reply {
  return sendJson({ error: { message, type: code, code, param: null } }, { status, headers });
}

interface FakeError {
  readonly code?: string | null;
  readonly message?: string;
  readonly headers?: Record<string, string>;
}

export const hangUp: Reply = (response) => {
  response.socket?.destroy();
};

export const neverReply: Reply = () => {};
