import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../server/answer/ask.ts";
import type { Answer } from "../../../server/api/types.ts";
import { type PublishedTexts, publishTexts } from "./published-texts.ts";

const papers = {
  "harbour-2024.txt":
    "碼頭局二零二四年報告\n\n碼頭局的渡輪服務\n\n碼頭局在二零二四年共營運十二條渡輪航線，船隊有三十艘船。渡輪牌照每五年續期一次，由運輸署審批。\n",
  "libraries.txt":
    "Public libraries\n\nPublic libraries lend books for fourteen days. Late returns are fined two dollars a day.\n",
};

describe("an answer without a model", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts(papers);
  });
  afterAll(() => texts.remove());

  async function answerTo(question: string, documents?: readonly string[]): Promise<Answer> {
    const asked = { question, history: [], ...(documents ? { documents } : {}) };
    const events = ask(texts.parts, texts.base, asked, new AbortController().signal);
    for await (const { event, data } of events) if (event === "done") return data;
    throw new Error("The events ended without an answer");
  }

  it.each([
    "渡輪牌照每幾年續期一次？",
    "How long do public libraries lend books?",
    "How much is the fine for late returns?",
  ])("quotes the lines that answer: %s", async (question) => {
    expect(await answerTo(question)).toMatchObject({ status: "answered" });
  });

  it.each([
    "渡輪船長的平均月薪是多少錢？",
    "碼頭局 2031 年會營運幾多條航線？",
    "Who is the chief librarian of Reykjavik?",
    "點樣焗蛋糕先唔會塌？",
    "碼頭局嘅電話係幾多號？",
    "碼頭局有幾多名船員？",
    "What is the telephone number of the public libraries?",
    "How many members do the public libraries have?",
  ])("says no where the nearest lines do not hold what is asked for: %s", async (question) => {
    expect(await answerTo(question)).toMatchObject({ status: "not_found", citations: [] });
  });

  it.each([
    ["渡輪牌照每幾年續期一次？", "harbour-2024.txt", "answered"],
    ["渡輪有幾多條航線？", "harbour-2024.txt", "answered"],
    ["How long do public libraries lend books?", "libraries.txt", "answered"],
    ["圖書館可以借書幾多日？", "harbour-2024.txt", "not_found"],
    ["Who is the chief librarian of Reykjavik?", "libraries.txt", "not_found"],
  ])("decides the same where one passage is all there is: %s", async (question, document, status) => {
    expect(await answerTo(question, [document])).toMatchObject({ status });
  });
});
