import type { AskRequest } from "../../../server/api/types.ts";
import { stopAnswer } from "../api/answers.ts";
import { askQuestion } from "../api/ask-question.ts";
import { ProblemError } from "../api/problem.ts";
import type { AskedTurn, TurnChange } from "./change-turns.ts";

export interface RunningAnswer {
  readonly stop: () => void;
}

/** Asks a question and reports every change of its turn; `onEnd` comes when nothing more will. */
export function runAnswer(
  turn: AskedTurn,
  request: AskRequest,
  onChange: (change: TurnChange) => void,
  onEnd: () => void,
): RunningAnswer {
  const { id, key } = turn;
  const controller = new AbortController();
  let answer: string | null = null;
  let isStopped = false;

  const follow = async () => {
    for await (const event of askQuestion({ request, key, signal: controller.signal })) {
      onChange({ type: "event-received", id, event });
      if (event.event !== "retrieved") continue;
      answer = event.data.id ?? null;
      if (isStopped) leave();
    }
    onChange({ type: "ended", id, state: "interrupted" });
  };
  /** A connection that is only dropped could come back: the server has to be told. */
  const leave = () => {
    if (answer === null) return;
    // Untold, it goes on for the 15 s that a lost connection has to come back.
    void stopAnswer(answer)
      .catch(() => undefined)
      .finally(() => controller.abort());
  };

  onChange({ type: "asked", turn });
  follow()
    .catch((error: unknown) => {
      if (error instanceof ProblemError) onChange({ type: "failed", id, problem: error.problem });
      else onChange({ type: "ended", id, state: "interrupted" });
    })
    .finally(onEnd);
  return {
    stop: () => {
      isStopped = true;
      onChange({ type: "ended", id, state: "stopped" });
      leave();
    },
  };
}
