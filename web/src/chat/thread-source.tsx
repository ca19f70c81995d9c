import { lazyPart } from "../page/lazy-part.tsx";
import type { SourcePaneState } from "../sources/use-source-pane.ts";
import { findAnswer, findAsked } from "./build-request.ts";
import type { Thread } from "./thread.ts";

const SourcePane = lazyPart(() => import("../sources/source-pane.tsx").then((module) => module.SourcePane));

interface ThreadSourceProps {
  readonly thread: Thread;
  readonly source: SourcePaneState;
  /** Over the thread instead of beside it. */
  readonly isCover: boolean;
}

/** The source of one of the thread's citations, while one is open. */
export function ThreadSource({ thread, source: { target, show, close }, isCover }: ThreadSourceProps) {
  if (target === null) return null;
  return (
    <SourcePane
      target={target}
      asked={findAsked(thread.turns, target.turn)}
      answer={findAnswer(thread.turns, target.turn)}
      isCover={isCover}
      onStep={show}
      onClose={close}
    />
  );
}
