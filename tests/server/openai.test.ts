import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import OpenAI, { APIError } from "openai";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import type { Answer, AskEvent, AskRequest, Citation } from "../../server/api/types.ts";
import { createNodeServer } from "../../server/http/node-server.ts";
import type { AppParts } from "../../server/routes/parts.ts";
import { answer, buildApp, post } from "./fake-parts.ts";

const cited: Citation = {
  marker: 1,
  document: "a/b.txt",
  title: "Heights",
  startLine: 12,
  endLine: 14,
  page: null,
  quote: "Two metres.",
  url: "/sources/a/b.txt#L12-L14",
};
const whole: Answer = { ...answer, text: "Two metres. [1] High. [1][2]", citations: [cited] };

async function* events(): AsyncGenerator<AskEvent> {
  yield { event: "retrieved", data: { passages: [] } };
  for (const text of ["Two metres. [", "1] High.", " [1][2]"]) yield { event: "delta", data: { text } };
  yield { event: "citation", data: cited };
  yield { event: "done", data: whole };
}

describe("the official OpenAI client", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function connect(ask: AppParts["ask"] = () => events()) {
    const server = createNodeServer(buildApp({ ask }).app, pino({ level: "silent" }));
    servers.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { origin, client: new OpenAI({ baseURL: `${origin}/v1`, apiKey: "none", maxRetries: 0 }) };
  }

  const question = { model: "groundline", messages: [{ role: "user" as const, content: "How high?" }] };
  const annotationsAt = (origin: string) =>
    [
      [12, 15],
      [22, 25],
    ].map(([start_index, end_index]) => ({
      type: "url_citation",
      url_citation: { start_index, end_index, url: `${origin}/sources/a/b.txt#L12-L14`, title: "Heights" },
      groundline: {
        marker: 1,
        document: "a/b.txt",
        startLine: 12,
        endLine: 14,
        page: null,
        quote: "Two metres.",
      },
    }));

  it("finds the model", async () => {
    const { client } = await connect();
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toEqual(["groundline"]);
  });

  it("gets an answer with its citations as annotations at their markers", async () => {
    const { client, origin } = await connect();
    const completion = await client.chat.completions.create(question);
    expect(completion).toMatchObject({
      object: "chat.completion",
      model: "groundline",
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
      groundline: { status: "answered", mode: "extractive", sentences: whole.sentences },
    });
    const [choice] = completion.choices;
    expect(choice).toMatchObject({
      finish_reason: "stop",
      message: { role: "assistant", content: whole.text },
    });
    expect(choice?.message.annotations).toEqual(annotationsAt(origin));
  });

  it("gets the same as a stream", async () => {
    const { client, origin } = await connect();
    const stream = client.chat.completions.stream({ ...question, stream_options: { include_usage: true } });
    const pieces: string[] = [];
    stream.on("content", (piece) => pieces.push(piece));
    const completion = await stream.finalChatCompletion();
    expect(pieces).toEqual([whole.text]);
    expect(completion.usage).toMatchObject({ total_tokens: 0 });
    const [choice] = completion.choices;
    expect(choice).toMatchObject({ finish_reason: "stop", message: { content: whole.text } });
    expect(choice?.message).toMatchObject({ annotations: annotationsAt(origin) });
  });

  it("is told in the text what is doubtful, where nothing can be marked", async () => {
    const { client } = await connect(async function* () {
      yield { event: "delta", data: { text: "First try" } };
      const doubtful = { text: "High.", citations: [1], verdict: "unsupported" } as const;
      yield { event: "done", data: { ...whole, sentences: [...whole.sentences, doubtful] } };
    });
    const stream = client.chat.completions.stream(question);
    const [choice] = (await stream.finalChatCompletion()).choices;
    expect(choice?.message.content).toBe(
      "Two metres. [1] High. [1][2]\n\nNot fully supported by the cited lines:\n- High.",
    );
  });

  it("is given the closest lines as links to the viewer where nothing answers", async () => {
    const passage = { document: "a/b (1).txt", title: "A [draft]", headings: [], text: "x", score: 0.1 };
    const { client, origin } = await connect(async function* () {
      const closest = [{ ...passage, startLine: 3, endLine: 4 }];
      const notFound = { ...whole, status: "not_found", text: "No.", citations: [], sentences: [], closest };
      yield { event: "done", data: notFound as Answer };
    });
    const [choice] = (await client.chat.completions.create(question)).choices;
    expect(choice?.message).toMatchObject({
      content: `No.\n\n- [A \\[draft\\]](${origin}/sources/a/b%20%281%29.txt#L3-L4)`,
      annotations: [],
    });
  });

  it.each([
    ["answer_too_long", "length"],
    ["content_filtered", "content_filter"],
    ["answer_interrupted", "stop"],
  ] as const)(
    "learns of %s from finish_reason %s, and how many tokens the model used",
    async (notice, reason) => {
      const { client } = await connect(async function* (_base, _request, _signal, { spend }) {
        spend({ promptTokens: 100, completionTokens: 5 });
        spend({ promptTokens: 1000, completionTokens: 50 });
        yield { event: "done", data: { ...whole, mode: "model", model: "m", notice } };
      });
      const completion = await client.chat.completions.create(question);
      expect(completion.choices[0]?.finish_reason).toBe(reason);
      expect(completion.usage).toEqual({ prompt_tokens: 1100, completion_tokens: 55, total_tokens: 1155 });
      expect(completion).toMatchObject({ groundline: { notice, mode: "model", model: "m" } });
    },
  );

  it("gets a stream that ends with [DONE]", async () => {
    const { origin } = await connect();
    const response = await fetch(`${origin}/v1/chat/completions`, post({ ...question, stream: true }));
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect((await response.text()).endsWith("\n\ndata: [DONE]\n\n")).toBe(true);
  });

  it("brings earlier messages as history, and system messages to no effect", async () => {
    const asked: AskRequest[] = [];
    const { client } = await connect((_, request) => {
      asked.push(request);
      return events();
    });
    await client.chat.completions.create({
      model: "groundline",
      temperature: 1,
      messages: [
        { role: "system", content: "Answer in rhymes." },
        { role: "user", content: "How high?" },
        { role: "assistant", content: "Two metres." },
        { role: "developer", content: "Lie." },
        {
          role: "user",
          content: [
            { type: "text", text: "How " },
            { type: "text", text: "wide?" },
          ],
        },
      ],
    });
    expect(asked).toEqual([
      {
        question: "How \nwide?",
        history: [
          { role: "user", content: "How high?" },
          { role: "assistant", content: "Two metres." },
        ],
      },
    ]);
  });

  it.each<[string, object, number, string]>([
    ["an unknown model", { model: "gpt-4o" }, 404, "model_unknown"],
    ["no message", { messages: [] }, 400, "request_invalid"],
    ["an empty question", { messages: [{ role: "user", content: " " }] }, 400, "question_empty"],
    [
      "a long question",
      { messages: [{ role: "user", content: "x".repeat(2001) }] },
      400,
      "question_too_long",
    ],
    ["no question last", { messages: [{ role: "assistant", content: "x" }] }, 400, "request_invalid"],
    [
      "an image",
      { messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "data:," } }] }] },
      400,
      "request_invalid",
    ],
  ])("[R049] is refused with %s in the shape it knows", async (_, fields, status, code) => {
    const { client } = await connect();
    const error = await client.chat.completions.create({ ...question, ...fields }).catch((caught) => caught);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status, code, type: "invalid_request_error" });
  });

  it("hears of a failed answer, streamed or not", async () => {
    const { client } = await connect(async function* () {
      yield { event: "delta", data: { text: "Two" } };
      throw new Error("secret");
    });
    const whole = await client.chat.completions.create(question).catch((caught) => caught);
    expect(whole).toMatchObject({ status: 500, code: "answer_failed", type: "server_error" });
    const stream = await client.chat.completions.create({ ...question, stream: true });
    const reading = (async () => {
      for await (const _ of stream);
    })();
    await expect(reading).rejects.toMatchObject({ code: "answer_failed" });
  });

  it("[R063] stops the pipeline within a second when it aborts", async () => {
    let aborted: Promise<unknown> | undefined;
    const { client } = await connect(async function* (_base, _request, signal): AsyncGenerator<AskEvent> {
      aborted = once(signal, "abort");
      yield { event: "delta", data: { text: "Two" } };
      await new Promise(() => {});
    });
    const stream = await client.chat.completions.create({ ...question, stream: true });
    for await (const _ of stream) break;
    const left = performance.now();
    await aborted;
    expect(performance.now() - left).toBeLessThan(1000);
  });

  it.each([
    ["GET", "/v1/chat/completions", 405, "method_unsupported"],
    ["GET", "/v1/nothing", 404, "path_unknown"],
  ])("[R058] is told of %s %s in the shape it knows", async (method, path, status, code) => {
    const response = await buildApp().app.request(path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, type: "invalid_request_error" } });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
