import { describe, expect, it } from "vitest";
import type { SearchRequest } from "../../server/api/types.ts";
import { buildApp, post } from "./fake-parts.ts";

describe("POST /api/search", () => {
  it.each<[object, SearchRequest]>([
    [{ query: " high " }, { query: "high", limit: 10 }],
    [
      { query: "high", limit: 50, documents: ["a/b.txt"] },
      { query: "high", limit: 50, documents: ["a/b.txt"] },
    ],
  ])("hands on %j as %j", async (sent, expected) => {
    const received: SearchRequest[] = [];
    const { app } = buildApp({
      search: async (_, request) => {
        received.push(request);
        return { language: "en", passages: [] };
      },
    });
    const response = await app.request("/api/search", post(sent));
    expect(await response.json()).toEqual({ language: "en", passages: [] });
    expect(received).toEqual([expected]);
  });

  it.each([
    ["zh-Hans", "2024 年施政报告", "发展粤港澳大湾区"],
    ["zh-Hant", "2024 年施政報告", "發展粵港澳大灣區"],
    [undefined, "2024 年施政報告", "发展粤港澳大湾区"],
  ])("shows titles and headings in the script asked for (%s), and the text as it stands", async (...row) => {
    const [script, title, heading] = row;
    const passage = {
      document: "a/b.txt",
      title: "2024 年施政報告",
      headings: ["发展粤港澳大湾区", "Overview"],
      startLine: 1,
      endLine: 2,
      text: "發展大灣區。",
      score: 1,
    };
    const { app } = buildApp({ search: async () => ({ language: "zh-Hant", passages: [passage] }) });
    const response = await app.request("/api/search", post({ query: "灣區", script }));
    expect((await response.json()).passages).toEqual([
      { ...passage, title, headings: [heading, "Overview"] },
    ]);
  });

  it("[R063] stops with the request", async () => {
    const client = new AbortController();
    const { app, log } = buildApp({
      search: (_base, _request, signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    const request = new Request("http://localhost/api/search", {
      ...post({ query: "a" }),
      signal: client.signal,
    });
    const response = app.request(request);
    setTimeout(() => client.abort(), 5);
    expect((await response).status).toBe(499);
    expect(log).toEqual([]);
  });
});
