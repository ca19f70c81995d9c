import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../server/answer/ask.ts";
import type { HistoryTurn } from "../../../server/api/types.ts";
import { type PublishedTexts, publishTexts } from "./published-texts.ts";

const subjects = {
  "ferries.txt": "渡輪服務\n\n渡輪服務的牌照每五年續期一次，由運輸署審批，費用由營辦商支付。\n",
  "kitchens.txt": "食肆廚房\n\n食肆廚房每年須由消防處檢查一次，檢查費用由食肆東主承擔。\n",
  "libraries.txt":
    "Public libraries\n\nPublic libraries lend books for fourteen days. Late returns are fined, and parents pay.\n",
  "碼頭局 2024.txt": "碼頭局二零二四年收費表\n\n碼頭局按船隻的長度收費，泊位另按日數收費，逾期不退。\n",
  "碼頭局 2025.txt": "碼頭局二零二五年收費表\n\n碼頭局按船隻的重量收費，貨櫃另按件數收費，逾期加收兩成。\n",
  "museums.txt":
    "Museum tickets\n\nMuseum tickets are free on Wednesdays. School groups pay half price on other days.\n",
};

/** What the product itself would have answered. */
const talk = (question: string, answer: string): HistoryTurn[] => [
  { role: "user", content: question },
  { role: "assistant", content: answer },
];
const ferries = talk("渡輪服務的牌照幾耐續期一次？", "渡輪服務的牌照每五年續期一次，由運輸署審批。");
const libraries = talk(
  "How long do public libraries lend books?",
  "Public libraries lend books for 14 days.",
);

describe("a question in a conversation", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts(subjects);
  });
  afterAll(() => texts.remove());

  async function firstDocument(question: string, history: readonly HistoryTurn[]) {
    const events = ask(texts.parts, texts.base, { question, history }, new AbortController().signal);
    for await (const { event, data } of events) {
      if (event === "retrieved") return data.passages[0]?.document;
    }
    return undefined;
  }

  it.each([
    ["費用由誰支付？", ferries],
    ["那費用呢？", ferries],
    ["邊個俾錢？", [...ferries, ...talk("點解？", "由運輸署審批。")]],
    ["And who pays?", libraries],
    ["What happens when they come back late?", libraries],
    ["Who pays for that?", [...talk("Museum tickets?", "Free on Wednesdays."), ...libraries]],
  ] as const)(
    "“%s” is looked for where the earlier turns were, as it leans on them",
    async (question, history) => {
      expect(await firstDocument(question, history)).toBe(
        history.includes(ferries[0] as never) ? "ferries.txt" : "libraries.txt",
      );
    },
  );

  it("is looked for in the year it names, not in the one spoken of before, whatever was quoted from that", async () => {
    const history = talk("碼頭局2025年怎樣收費？", subjects["碼頭局 2025.txt"]);
    expect(await firstDocument("碼頭局2025年怎樣收費？", [])).toBe("碼頭局 2025.txt");
    expect(await firstDocument("那2024年呢？", history)).toBe("碼頭局 2024.txt");
  });

  it.each([
    ["食肆廚房幾耐檢查一次？", ferries, "kitchens.txt"],
    ["When are museum tickets free?", libraries, "museums.txt"],
    ["When are museum tickets free?", ferries, "museums.txt"],
    ["公共圖書館的書可以借多少天？", ferries, "libraries.txt"],
  ] as const)(
    "“%s” stands alone, and is not drawn to the earlier subject",
    async (question, history, expected) => {
      expect(await firstDocument(question, history)).toBe(expected);
      expect(await firstDocument(question, [])).toBe(expected);
    },
  );
});
