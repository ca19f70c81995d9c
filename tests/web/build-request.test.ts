import { expect, test } from "vitest";
import type { Answer } from "../../server/api/types.ts";
import { buildRequest } from "../../web/src/chat/build-request.ts";
import { emptyDraft, type Question, type Reply, type Turn } from "../../web/src/chat/turn.ts";

test("a first question travels alone", () => {
  expect(buildRequest(ask("問"), [])).toEqual({ question: "問", history: [] });
});

test("a follow-up brings the earlier turns without markers, and their conversation", () => {
  expect(buildRequest(ask("那麼人才呢？"), [turn(1, answered("甲。 [1] 乙。[2]"))])).toEqual({
    question: "那麼人才呢？",
    conversation: "c",
    history: [
      { role: "user", content: "問 1" },
      { role: "assistant", content: "甲。 乙。" },
    ],
  });
});

test("a question after a stopped one stays in its conversation, which the answer's first event named", () => {
  const stopped = turn(1, { state: "stopped", draft: { ...emptyDraft, conversation: "c" } });
  expect(buildRequest(ask("問"), [stopped])).toEqual({ question: "問", conversation: "c", history: [] });
});

test("only the last six turns travel, and only those that were answered", () => {
  const turns = [1, 2, 3, 4, 5].map((id) => turn(id, answered(`答 ${id}`)));
  const broken = turn(6, { state: "stopped", draft: emptyDraft });
  const { history } = buildRequest(ask("問"), [...turns, broken]);
  expect(history?.map(({ content }) => content)).toEqual(["問 3", "答 3", "問 4", "答 4", "問 5", "答 5"]);
});

test("a long answer is cut to what the server takes", () => {
  const { history } = buildRequest(ask("問"), [turn(1, answered("字".repeat(9000)))]);
  expect(history?.[1]?.content).toHaveLength(4000);
});

test("a question of chosen documents names them", () => {
  expect(buildRequest({ question: "問", documents: ["a.txt"] }, [])).toEqual({
    question: "問",
    history: [],
    documents: ["a.txt"],
  });
});

function ask(question: string): Question {
  return { question, documents: [] };
}

function turn(id: number, reply: Reply): Turn {
  const common = { key: "k", documents: [], askedAt: new Date(0), isEdited: false, feedback: null };
  return { ...common, id, question: `問 ${id}`, reply };
}

function answered(text: string): Reply {
  return { state: "answered", answer: { text, conversation: "c" } as Answer };
}
