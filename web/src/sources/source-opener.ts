import { createContext, useContext } from "react";
import type { Citation } from "../../../server/api/types.ts";
import type { LineRange } from "./line-range.ts";

/** The lines of a document that a reader asked to see. */
export interface SourceTarget extends LineRange {
  readonly document: string;
  readonly title: string;
  /** The cited words, which may have moved since. */
  readonly quote?: string;
  /** The turn whose answer led there; null where none did. */
  readonly turn: number | null;
}

type Place = Omit<SourceTarget, "turn">;

export interface SourceOpener {
  /** What the source pane shows; null while it is closed. */
  readonly target: SourceTarget | null;
  /** Opens the pane; when it closes, focus goes back to `opener`. */
  readonly open: (target: SourceTarget, opener: HTMLElement) => void;
}

export const SourceOpenerContext = createContext<SourceOpener>({ target: null, open: () => undefined });

/** The turn that what is rendered belongs to. */
export const TurnContext = createContext<number | null>(null);

/** The opener as seen from within a turn, which every target it opens is of. */
export function useSourceOpener() {
  const { target, open } = useContext(SourceOpenerContext);
  const turn = useContext(TurnContext);
  return {
    target,
    open: (place: Place, opener: HTMLElement) => open({ ...place, turn }, opener),
  };
}

/** What a citation opens. */
export function toTarget({ document, title, startLine, endLine, quote }: Citation): Place {
  return { document, title, from: startLine, to: endLine, quote };
}

export function isSameTarget(first: SourceTarget | null, second: Place): boolean {
  return first?.document === second.document && first.from === second.from && first.to === second.to;
}
