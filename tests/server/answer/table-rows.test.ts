import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../server/answer/ask.ts";
import { type PublishedTexts, publishTexts } from "./published-texts.ts";

const districts = ["東區", "西區", "南區", "北區", "灣仔", "離島", "沙田", "大埔", "屯門", "元朗"];
const rows = districts.map((district, index) => `| ${district}泳池 | ${index + 6} 時 | ${index + 20} 元 |`);
const tableOf = (some: readonly string[]) => ["| 泳池 | 開放時間 | 收費 |", "| --- | --- | --- |", ...some];

const papers = {
  "short.md": `# 夏季安排\n\n${tableOf(rows.slice(0, 3)).join("\n")}\n`,
  "long.md": `# 冬季安排\n\n${tableOf(rows.slice(3)).join("\n")}\n`,
};

describe("a row of a table that answers", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts(papers);
  });
  afterAll(() => texts.remove());

  it.each([
    ["南區泳池收費多少？", "short.md", "| 南區泳池 | 8 時 | 22 元 |"],
    ["元朗泳池收費多少？", "long.md", "| 元朗泳池 | 15 時 | 29 元 |"],
  ])("is quoted with its header: %s", async (question, document, row) => {
    const events = ask(texts.parts, texts.base, { question, history: [] }, new AbortController().signal);
    for await (const { event, data } of events) {
      if (event !== "done") continue;
      const quotes = data.citations.filter((citation) => citation.document === document);
      const lines = quotes.flatMap(({ quote }) => quote.split("\n"));
      expect(lines).toEqual(expect.arrayContaining(["| 泳池 | 開放時間 | 收費 |", row]));
      expect(new Set(lines).size).toBe(lines.length);
    }
    expect.hasAssertions();
  });
});
