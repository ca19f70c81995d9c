import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../../server/answer/ask.ts";
import type { Answer } from "../../../server/api/types.ts";
import { type PublishedTexts, publishTexts } from "./published-texts.ts";

const others = [
  "泳池每日早上六時開放，星期三上午清潔池水，入場人士須出示會員證。",
  "圖書館逢星期三休館，借出的書籍須於十四日內歸還，逾期每日罰款兩元。",
  "停車場設有五十個車位，訪客須在大堂登記車牌，夜間不得停泊貨車。",
];
const paper = (title: string, sentence: string) => `${[title, sentence, ...others].join("\n\n")}\n`;

/** Organisations that stand in titles alone. */
const papers = {
  "chamber.txt": paper("廠商會意見書（2024年）", "我們要求垃圾徵費延後一年實施，並豁免工廈的租戶。"),
  "chamber-2025.txt": paper("廠商會意見書（2025年）", "我們支持垃圾徵費在明年全面實施，租戶不獲豁免。"),
  "sunrise.txt": paper("晨曦學社意見書", "我們反對垃圾徵費，並要求先檢討回收站。"),
  "federation.txt": paper("工總意見書（2024年）", "我們贊成垃圾徵費在2026年至2028年分區實施，並設回收補貼。"),
};

describe("an answer to a question that sets documents side by side", () => {
  let texts: PublishedTexts;
  beforeAll(async () => {
    texts = await publishTexts(papers);
  });
  afterAll(() => texts.remove());

  async function documentsCited(question: string): Promise<string[]> {
    const events = ask(texts.parts, texts.base, { question, history: [] }, new AbortController().signal);
    for await (const { event, data } of events)
      if (event === "done") return (data as Answer).citations.map(({ document }) => document);
    throw new Error("The events ended without an answer");
  }

  it("quotes both organisations it names, though only titles name them", async () => {
    expect(await documentsCited("2024年廠商會和工總對垃圾徵費的實施各有甚麼要求？")).toEqual(
      expect.arrayContaining(["chamber.txt", "federation.txt"]),
    );
  });

  it("quotes one that no dictionary knows beside one that it knows", async () => {
    expect(await documentsCited("工總同晨曦學社對垃圾徵費嘅要求有咩唔同？")).toEqual(
      expect.arrayContaining(["sunrise.txt", "federation.txt"]),
    );
  });

  it("quotes both years of one organisation", async () => {
    expect(new Set(await documentsCited("廠商會2024年和2025年對垃圾徵費的實施有甚麼要求？"))).toEqual(
      new Set(["chamber.txt", "chamber-2025.txt"]),
    );
  });

  it("quotes no other organisation than the one it names, whatever years its subject spans", async () => {
    expect(new Set(await documentsCited("工總對2026年至2028年的垃圾徵費要求甚麼補貼？"))).toEqual(
      new Set(["federation.txt"]),
    );
  });
});
