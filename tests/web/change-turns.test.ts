import { describe, expect, test } from "vitest";
import type { Answer, Problem } from "../../server/api/types.ts";
import type { FollowedEvent } from "../../web/src/api/ask-question.ts";
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

  test("takes an answer's id from an event that comes after the stop, so that the server can be told", () => {
    const turns = applyAll([
      asked(1),
      { type: "ended", id: 1, state: "stopped" },
      received({ event: "retrieved", data: { passages: [], id: "a", conversation: "c" } }),
      delta("甲"),
    ]);
    expect(turns[0]?.reply).toMatchObject({ state: "stopped", draft: { id: "a", text: "" } });
  });

  test("says that the connection is lost until the next event", () => {
    const lost = applyAll([asked(1), delta("甲"), received({ event: "lost", data: null })]);
    expect(lost[0]?.reply).toMatchObject({ state: "streaming", draft: { text: "甲", isLost: true } });
    expect(changeTurns(lost, delta("乙"))[0]?.reply).toMatchObject({
      draft: { text: "甲乙", isLost: false },
    });
  });
});

const answer = { id: "a", text: "甲乙" } as Answer;
const problem: Problem = { type: "about:blank", title: "Ask again.", status: 500, code: "answer_failed" };
const done = received({ event: "done", data: answer });

function applyAll(changes: readonly TurnChange[]): readonly Turn[] {
  return changes.reduce(changeTurns, [] as readonly Turn[]);
}

function asked(id: number): TurnChange {
  const turn = { id, key: "k", question: "問", documents: [], askedAt: new Date(0), isEdited: false };
  return { type: "asked", turn };
}

function delta(text: string): TurnChange {
  return received({ event: "delta", data: { text } });
}

function received(event: FollowedEvent): TurnChange {
  return { type: "event-received", id: 1, event };
}
