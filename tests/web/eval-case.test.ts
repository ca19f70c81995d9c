import { expect, test } from "vitest";
import { parseCases } from "../../evals/datasets/case.ts";
import type { FeedbackItem } from "../../server/api/conversations.ts";
import { buildCase, isAnsweredBy, offerLines } from "../../web/src/feedback/eval-case.ts";

const place = { document: "a/b.txt", title: "Minutes", startLine: 3, endLine: 4 };

function itemOf(
  changes: Partial<FeedbackItem> = {},
  answer: Partial<FeedbackItem["answer"]> = {},
): FeedbackItem {
  return {
    answer: {
      id: "0123456789abcdef",
      conversation: "c",
      question: "How high?",
      language: "en",
      status: "answered",
      text: "Two metres. [1]",
      citations: [{ ...place, marker: 1, page: null, quote: "two metres", url: "" }],
      sentences: [],
      closest: [],
      mode: "extractive",
      model: null,
      timings: { retrieveMs: 1, firstTokenMs: 1, totalMs: 1 },
      ...answer,
    },
    askedAt: "2026-01-02T03:04:05.678Z",
    feedback: null,
    history: [],
    ...changes,
  };
}

test("an answer becomes a case that the evals read, with its lines and the turns before it", () => {
  const history = [{ role: "user", content: "How wide?" } as const];
  const item = itemOf({ history });
  expect(parseCases(buildCase(item, offerLines(item)), "cases.jsonl")).toMatchObject([
    {
      id: "reader-01234567",
      lang: "en",
      question: "How high?",
      type: "fact",
      gold: [{ document: "a/b.txt", startLine: 3, endLine: 4, quote: "two metres" }],
      history,
    },
  ]);
});

test("a question without lines becomes one that is to be refused", () => {
  const item = itemOf({}, { citations: [], closest: [{ ...place, headings: [], text: "x", score: 0 }] });
  expect(offerLines(item)).toEqual([{ ...place, text: "x" }]);
  expect(parseCases(buildCase(item, []), "cases.jsonl")).toMatchObject([{ type: "unanswerable", gold: [] }]);
  expect(parseCases(buildCase(item, offerLines(item)), "cases.jsonl")).toMatchObject([{ type: "fact" }]);
});

test("only what a reader found helpful is taken as answered by what it cites", () => {
  const rated = (rating: "up" | "down") => isAnsweredBy(itemOf({ feedback: { rating, reason: null } }));
  expect([rated("up"), rated("down"), isAnsweredBy(itemOf())]).toEqual([true, false, false]);
});
