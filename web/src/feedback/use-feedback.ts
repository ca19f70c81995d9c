import { useEffect, useState } from "react";
import type { FeedbackKind, FeedbackList } from "../../../server/api/conversations.ts";
import type { Problem } from "../../../server/api/types.ts";
import { ProblemError } from "../api/problem.ts";
import { readFeedback } from "../api/read-feedback.ts";

export type FeedbackState =
  | { readonly state: "loading" }
  | { readonly state: "open"; readonly list: FeedbackList }
  | { readonly state: "failed"; readonly problem: Problem | null };

/** The answers of one kind as far as they have been loaded, and how to have more of them. */
export function useFeedback(kind: FeedbackKind) {
  const [attempt, setAttempt] = useState(0);
  const asked = `${kind} ${attempt}`;
  const [read, setRead] = useState<{ readonly asked: string; readonly feedback: FeedbackState } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    readFeedback(kind, null, controller.signal)
      .then((list): FeedbackState => ({ state: "open", list }))
      .catch(describeFailure)
      .then((feedback) => {
        if (!controller.signal.aborted) setRead({ asked, feedback });
      });
    return () => controller.abort();
  }, [kind, asked]);

  const feedback: FeedbackState = read?.asked === asked ? read.feedback : { state: "loading" };
  const loadMore = async () => {
    if (feedback.state !== "open" || feedback.list.next === null) return;
    const { list } = feedback;
    const more = await readFeedback(kind, list.next, null)
      .then(
        (part): FeedbackState => ({
          state: "open",
          list: { ...part, items: [...list.items, ...part.items] },
        }),
      )
      .catch(describeFailure);
    setRead((latest) => (latest?.feedback === feedback ? { asked, feedback: more } : latest));
  };
  return { feedback, loadMore, retry: () => setAttempt(attempt + 1) };
}

function describeFailure(error: unknown): FeedbackState {
  return { state: "failed", problem: error instanceof ProblemError ? error.problem : null };
}
