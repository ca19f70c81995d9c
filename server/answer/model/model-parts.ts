import type { ModelFault } from "./model-fault.ts";
import type { ReplyParts } from "./stream-reply.ts";

/** The model path's parts; tests hand in patience and waits of milliseconds. */
export interface ModelParts extends ReplyParts {
  /** Looks at doubtful sentences again; null for none. */
  readonly judge: ReplyParts | null;
  /** Tells whoever runs the server. */
  readonly report: (fault: ModelFault) => void;
  /** Told how many markers of a reply pointed nowhere. */
  readonly countDropped: (markers: number) => void;
}
