import { useCallback, useReducer, useRef } from "react";
import type { Feedback } from "../../../server/api/types.ts";
import { announceChange } from "../conversations/conversation-changes.ts";
import { buildRequest } from "./build-request.ts";
import type { AskedTurn } from "./change-turns.ts";
import { makeKey } from "./make-key.ts";
import { type RunningAnswer, runAnswer } from "./run-answer.ts";
import { changeThreads, startThreads, storedConversation, type Thread, type Threads } from "./thread.ts";
import { answerIdOf, type Question, type Turn } from "./turn.ts";
import { useOpenedThread } from "./use-opened-thread.ts";

export interface ThreadsOfPage {
  readonly threads: Threads;
  readonly thread: Thread;
  /** Shows a thread by its key, which is its stored id where it has one. */
  readonly show: (key: string, stored: string | null) => void;
  readonly forget: (key: string) => void;
  readonly ask: (question: Question) => void;
  /** Asks a turn again, in other words or not; the new answer takes the place of the old one. */
  readonly askAgain: (turn: Turn, question: string) => void;
  readonly stop: () => void;
  readonly rate: (turn: Turn, feedback: Feedback | null) => void;
}

/** The conversations open on this page: one is shown, and any of them may have an answer under way. */
export function useThreads(first: string | null): ThreadsOfPage {
  const [threads, change] = useReducer(changeThreads, first, startThreads);
  const running = useRef(new Map<string, RunningAnswer>());
  const thread = threads.all.find(({ key }) => key === threads.shown) as Thread;
  useOpenedThread(threads, change);

  const run = (turn: AskedTurn, earlier: readonly Turn[], replaces: string | null) => {
    const { key } = thread;
    const conversation = storedConversation(thread);
    const request = {
      ...buildRequest(turn, earlier, conversation),
      ...(replaces === null ? {} : { replaces }),
    };
    const answer = runAnswer(
      turn,
      request,
      (changed) => change({ type: "turn-changed", key, change: changed }),
      () => {
        if (running.current.get(key) === answer) running.current.delete(key);
        announceChange(conversation);
      },
    );
    running.current.set(key, answer);
  };

  const show = useCallback(
    (key: string, stored: string | null) => change({ type: "shown", key, stored }),
    [],
  );
  const forget = useCallback((key: string) => {
    running.current.get(key)?.stop();
    change({ type: "forgotten", key });
  }, []);
  const ask = (question: Question) => {
    const id = Math.max(0, ...thread.turns.map((turn) => turn.id)) + 1;
    run({ id, key: makeKey(), askedAt: new Date(), isEdited: false, ...question }, thread.turns, null);
  };
  return {
    threads,
    thread,
    show,
    forget,
    ask,
    askAgain: (turn, question) => {
      const { id, documents, askedAt } = turn;
      // What was rated stays as it was rated.
      if (turn.feedback !== null) return ask({ question, documents });
      const earlier = thread.turns.filter((other) => other.id < id);
      const isEdited = turn.isEdited || question !== turn.question;
      const key = keyForRetry(turn, question);
      run({ id, key, question, documents, askedAt, isEdited }, earlier, answerIdOf(turn.reply));
    },
    stop: () => running.current.get(thread.key)?.stop(),
    rate: ({ id }, feedback) =>
      change({ type: "turn-changed", key: thread.key, change: { type: "rated", id, feedback } }),
  };
}

/** A question that may have reached the server unseen keeps its key, so that it is not answered twice. */
function keyForRetry({ key, question, reply }: Turn, asked: string): string {
  const isUncertain = reply.state === "failed" && reply.problem.code === "unreachable";
  return isUncertain && question === asked ? key : makeKey();
}
