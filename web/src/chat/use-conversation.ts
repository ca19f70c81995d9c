import { useCallback, useEffect, useReducer, useRef } from "react";
import { askQuestion } from "../api/ask-question.ts";
import { ProblemError } from "../api/problem.ts";
import { buildRequest } from "./build-request.ts";
import { changeTurns } from "./change-turns.ts";
import type { Turn } from "./turn.ts";
import { type Opening, useStoredTurns } from "./use-stored-turns.ts";

export interface Conversation {
  readonly turns: readonly Turn[];
  readonly opening: Opening;
  readonly isStreaming: boolean;
  readonly ask: (question: string) => void;
  readonly retry: (turn: Turn) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** The turns of this page, begun with those of a stored conversation, and the one answer that may be streaming. */
export function useConversation(stored: string | null): Conversation {
  const [turns, change] = useReducer(changeTurns, []);
  const running = useRef<AbortController | null>(null);
  const nextId = useRef(1);
  const restore = useCallback((restored: readonly Turn[]) => {
    nextId.current = restored.length + 1;
    change({ type: "restored", turns: restored });
  }, []);
  const opening = useStoredTurns(stored, restore);
  const isStreaming = turns.some(({ reply }) => reply.state === "streaming");

  const run = useCallback(async (id: number, question: string, earlier: readonly Turn[]) => {
    const controller = new AbortController();
    running.current = controller;
    change({ type: "asked", id, question, askedAt: new Date() });
    try {
      for await (const event of askQuestion(buildRequest(question, earlier), controller.signal)) {
        change({ type: "event-received", id, event });
      }
      change({ type: "ended", id, state: "interrupted" });
    } catch (error) {
      if (controller.signal.aborted) change({ type: "ended", id, state: "stopped" });
      else if (error instanceof ProblemError) change({ type: "failed", id, problem: error.problem });
      else change({ type: "ended", id, state: "interrupted" });
    }
  }, []);

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  return {
    turns,
    opening,
    isStreaming,
    ask: (question) => void run(nextId.current++, question, turns),
    retry: ({ id, question }) => void run(id, question, turnsBefore(turns, id)),
    stop,
    clear: () => {
      stop();
      change({ type: "cleared" });
    },
  };
}

function turnsBefore(turns: readonly Turn[], id: number): readonly Turn[] {
  return turns.filter((turn) => turn.id < id);
}
