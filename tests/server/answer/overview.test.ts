import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../server/answer/ask.ts";
import type { Answer } from "../../../server/api/types.ts";
import { type PublishedTexts, publishTexts } from "./published-texts.ts";

const papers = {
  "chamber.md":
    "# 廠商會意見書（2024年）\n\n## 前言\n\n香港工業正在轉型。本會提出三十項建議。\n\n## 稅務\n\n本會要求寬減利得稅一年。\n",
  "guide.md":
    "# A guide to the harbour ferries\n\n## Fares\n\nA ticket costs four dollars. Children pay half.\n\n## Summary\n\nTwelve ferries cross the harbour. They are run by two companies.\n",
};

describe("a question what a document says", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts(papers);
  });
  afterAll(() => texts.remove());

  async function answerTo(question: string, documents?: string[]): Promise<Answer> {
    const request = { question, history: [], ...(documents ? { documents } : {}) };
    for await (const { event, data } of ask(texts.parts, texts.base, request, new AbortController().signal))
      if (event === "done") return data;
    throw new Error("The events ended without an answer");
  }

  it.each(["總結一下廠商會2024年的意見書", "廠商會嗰份講咗啲乜？", "What is the 廠商會 2024 paper about?"])(
    "quotes what the document it names opens with: %s",
    async (question) => {
      const { status, citations, sentences } = await answerTo(question);
      expect(status).toBe("answered");
      expect(citations).toMatchObject([{ document: "chamber.md", startLine: 5, endLine: 5 }]);
      expect(sentences.every(({ verdict }) => verdict === "supported")).toBe(true);
    },
  );

  it("quotes the one document in scope under its own summary", async () => {
    const { citations } = await answerTo("Summarise this document, please", ["guide.md"]);
    expect(citations).toMatchObject([
      { document: "guide.md", quote: "Twelve ferries cross the harbour. They are run by two companies." },
    ]);
  });

  it.each(["呢份文件講咩㗎？", "Give me a summary."])(
    "asks which of several is meant: %s",
    async (question) => {
      const { status, text, citations, closest } = await answerTo(question);
      expect({ status, citations, closest }).toEqual({ status: "not_found", citations: [], closest: [] });
      expect(text).toContain("廠商會意見書（2024年）");
      expect(text).toContain("A guide to the harbour ferries");
    },
  );

  it("looks for the answer where something in particular is asked for", async () => {
    const { citations } = await answerTo("總結廠商會對利得稅的要求");
    expect(citations).toMatchObject([{ document: "chamber.md", quote: "本會要求寬減利得稅一年。" }]);
  });
});
