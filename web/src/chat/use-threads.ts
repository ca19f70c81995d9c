import { useCallback, useReducer, useRef } from "react";
import type { Feedback } from "../../../server/api/conversations.ts";
import type { AskRequest } from "../../../server/api/types.ts";
import { announceChange } from "../conversations/conversation-changes.ts";
import { buildRequest } from "./build-request.ts";
import type { AskedTurn } from "./change-turns.ts";
import { makeKey } from "./make-key.ts";
import { keepPending } from "./pending-answer.ts";
import { type RunningAnswer, runAnswer } from "./run-answer.ts";
import { changeThreads, startThreads, storedConversation, type Thread, type Threads } from "./thread.ts";
import { answerIdOf, type Question, type Turn } from "./turn.ts";
import { useOpenedThread } from "./use-opened-thread.ts";
import { usePendingAnswer } from "./use-pending-answer.ts";

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

  const run = (turn: AskedTurn, request: AskRequest) => {
    const { key } = thread;
    const conversation = storedConversation(thread);
    keepPending(conversation, { turn, request, answer: null });
    let isUncertain = false;
    const answer = runAnswer(
      turn,
      request,
      (changed) => {
        change({ type: "turn-changed", key, change: changed });
        // Leaving the page looks the same: the question may have reached the server, and has its key to ask again.
        if (changed.type === "failed") isUncertain = changed.problem.code === "unreachable";
        if (changed.type !== "event-received" || changed.event.event !== "retrieved") return;
        keepPending(conversation, { turn, request, answer: changed.event.data.id ?? null });
      },
      () => {
        if (running.current.get(key) === answer) running.current.delete(key);
        if (!isUncertain) keepPending(conversation, null);
        announceChange(conversation);
      },
    );
    running.current.set(key, answer);
  };
  usePendingAnswer(thread, ({ turn, request }) => run({ ...turn, id: nextId(thread) }, request));

  const show = useCallback(
    (key: string, stored: string | null) => change({ type: "shown", key, stored }),
    [],
  );
  const forget = useCallback((key: string) => {
    running.current.get(key)?.stop();
    change({ type: "forgotten", key });
  }, []);
  const ask = (question: Question) => {
    const turn = { id: nextId(thread), key: makeKey(), askedAt: new Date(), isEdited: false, ...question };
    run(turn, buildRequest(turn, thread.turns, storedConversation(thread)));
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
      const again = { id, key: keyForRetry(turn, question), question, documents, askedAt, isEdited };
      const replaces = answerIdOf(turn.reply);
      const request = buildRequest(again, earlier, storedConversation(thread));
      run(again, replaces === null ? request : { ...request, replaces });
    },
    stop: () => running.current.get(thread.key)?.stop(),
    rate: ({ id }, feedback) =>
      change({ type: "turn-changed", key: thread.key, change: { type: "rated", id, feedback } }),
  };
}

function nextId({ turns }: Thread): number {
  return Math.max(0, ...turns.map(({ id }) => id)) + 1;
}

/** A question that may have reached the server unseen keeps its key, so that it is not answered twice. */
function keyForRetry({ key, question, reply }: Turn, asked: string): string {
  const isUncertain = reply.state === "failed" && reply.problem.code === "unreachable";
  return isUncertain && question === asked ? key : makeKey();
}
