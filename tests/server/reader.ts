import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Answer } from "../../server/api/types.ts";
import { post } from "./fake-parts.ts";

/** Somebody with a browser: keeps the cookie that the application gives, and sends it. */
export interface TestReader {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly cookie: () => string;
  readonly ask: (question: string, fields?: object) => Promise<Answer>;
}

export function createReader(app: OpenAPIHono, known = ""): TestReader {
  let cookie = known;
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await app.request(path, { ...init, headers });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  return {
    request,
    cookie: () => cookie,
    ask: async (question, fields = {}) =>
      (await request("/api/ask", post({ question, ...fields }))).json() as Promise<Answer>,
  };
}

/** A request of JSON by another method than POST. */
export function send(method: string, body: unknown): RequestInit {
  return { ...post(body), method };
}
