import { expect, test } from "vitest";
import type { StoredTurn } from "../../server/api/conversations.ts";
import type { Answer } from "../../server/api/types.ts";
import { restoreTurns } from "../../web/src/chat/restore-turns.ts";

test("a stored conversation becomes turns as they were left, numbered from 1", () => {
  const answer = { id: "a", text: "答" } as Answer;
  const turns = [
    stored({ status: "answered", text: "答", answer, documents: ["a.txt"], isEdited: true }),
    stored({ status: "aborted", text: "答到" }),
    stored({ status: "failed" }),
  ];
  const restored = restoreTurns({ id: "c", title: "問", createdAt: time, updatedAt: time, turns });
  expect(restored.map(({ id, question, askedAt }) => [id, question, askedAt])).toEqual(
    [1, 2, 3].map((id) => [id, "問", new Date(time)]),
  );
  expect(restored.map(({ documents, isEdited }) => [documents, isEdited])).toEqual([
    [["a.txt"], true],
    [[], false],
    [[], false],
  ]);
  expect(restored.map(({ reply }) => reply)).toMatchObject([
    { state: "answered", answer },
    { state: "stopped", draft: { text: "答到", conversation: "c" } },
    { state: "interrupted", draft: { text: "", conversation: "c" } },
  ]);
});

const time = "2026-01-02T03:04:05.678Z";

function stored(fields: Partial<StoredTurn>): StoredTurn {
  const common = { id: "t", question: "問", askedAt: time, text: "", answer: null };
  const asked = { documents: [], isEdited: false };
  return { ...asked, status: "failed", places: [], feedback: null, ...common, ...fields };
}
