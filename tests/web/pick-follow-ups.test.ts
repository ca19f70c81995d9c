import { expect, test } from "vitest";
import type { Answer, PassageResult } from "../../server/api/types.ts";
import { pickFollowUps } from "../../web/src/chat/follow-ups/pick-follow-ups.ts";

test("headings near the cited lines come first, without those the answer or the question speaks of", () => {
  const passages = [
    passage("Parking spaces", 90),
    passage("Annual leave", 20),
    passage("Sick leave", 40),
    passage("Maternity leave", 30),
    passage("Working hours", 60),
  ];
  expect(pickFollowUps(passages, answer("What about sick leave?", 21), english)).toEqual([
    "Maternity leave",
    "Working hours",
    "Parking spaces",
  ]);
});

test("where nothing was found, the closest lines take the place of the cited ones", () => {
  const passages = [passage("Parking spaces", 90), passage("Working hours", 60)];
  const notFound = { question: "Who?", citations: [], closest: [passage("Parking spaces", 90)] };
  expect(pickFollowUps(passages, notFound, english)).toEqual(["Working hours"]);
});

test("headings in the reader's language come before nearer ones in the other", () => {
  const passages = [passage("病假", 30), passage("Working hours", 60), passage("產假", 70)];
  const topics = (reader: "en" | "zh-Hant") =>
    pickFollowUps(passages, answer("Who?", 21), { reader, count: 3 });
  expect(topics("en")).toEqual(["Working hours", "病假", "產假"]);
  expect(topics("zh-Hant")).toEqual(["病假", "產假", "Working hours"]);
});

const english = { reader: "en", count: 3 } as const;

function passage(heading: string, startLine: number): PassageResult {
  const common = { document: "a.txt", title: "Staff handbook", text: "", score: 1 };
  return { ...common, headings: [heading], startLine, endLine: startLine + 5 };
}

function answer(question: string, line: number): Pick<Answer, "question" | "citations" | "closest"> {
  const citation = { marker: 1, document: "a.txt", title: "", page: null, quote: "", url: "" };
  return { question, citations: [{ ...citation, startLine: line, endLine: line }], closest: [] };
}
