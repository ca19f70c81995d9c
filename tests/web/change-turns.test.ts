import { describe, expect, test } from "vitest";
import type { Answer, AskEvent, Problem } from "../../server/api/types.ts";
import { changeTurns, type TurnChange } from "../../web/src/chat/change-turns.ts";
import type { Turn } from "../../web/src/chat/turn.ts";

describe("changeTurns", () => {
  test("builds a draft from deltas until the whole answer replaces it", () => {
    const drafted = applyAll([asked(1), delta("甲"), delta("乙")]);
    expect(drafted[0]?.reply).toMatchObject({ state: "streaming", draft: { text: "甲乙" } });
    expect(changeTurns(drafted, done)[0]?.reply).toEqual({ state: "answered", answer });
  });

  test("keeps what had arrived when the stream breaks off", () => {
    const turns = applyAll([asked(1), delta("甲"), { type: "ended", id: 1, state: "interrupted" }]);
    expect(turns[0]?.reply).toMatchObject({ state: "interrupted", draft: { text: "甲" } });
  });

  test("does not call a finished answer interrupted when its stream closes", () => {
    const turns = applyAll([asked(1), done, { type: "ended", id: 1, state: "interrupted" }]);
    expect(turns[0]?.reply.state).toBe("answered");
  });

  test("shows the problem that an error event brings", () => {
    const turns = applyAll([asked(1), delta("甲"), received({ event: "error", data: problem })]);
    expect(turns[0]?.reply).toMatchObject({ state: "failed", problem, draft: { text: "甲" } });
  });

  test("puts a question asked again in its old place, with an empty draft", () => {
    const turns = applyAll([
      asked(1),
      delta("甲"),
      { type: "ended", id: 1, state: "stopped" },
      asked(2),
      asked(1),
    ]);
    expect(turns.map(({ id }) => id)).toEqual([1, 2]);
    expect(turns[0]?.reply).toMatchObject({ state: "streaming", draft: { text: "" } });
  });

  test("passes over events of a turn that has been cleared", () => {
    expect(applyAll([asked(1), { type: "cleared" }, delta("甲")])).toEqual([]);
  });
});

const answer = { id: "a", text: "甲乙" } as Answer;
const problem: Problem = { type: "about:blank", title: "Ask again.", status: 500, code: "answer_failed" };
const done = received({ event: "done", data: answer });

function applyAll(changes: readonly TurnChange[]): readonly Turn[] {
  return changes.reduce(changeTurns, [] as readonly Turn[]);
}

function asked(id: number): TurnChange {
  return { type: "asked", id, question: "問", askedAt: new Date(0) };
}

function delta(text: string): TurnChange {
  return received({ event: "delta", data: { text } });
}

function received(event: AskEvent): TurnChange {
  return { type: "event-received", id: 1, event };
}
