import { createContext, useContext } from "react";
import type { LineRange } from "./line-range.ts";

/** The lines of a document that a reader asked to see. */
export interface SourceTarget extends LineRange {
  readonly document: string;
  readonly title: string;
  /** The cited words, which may have moved since. */
  readonly quote?: string;
}

export interface SourceOpener {
  /** What the source pane shows; null while it is closed. */
  readonly target: SourceTarget | null;
  /** Opens the pane; when it closes, focus goes back to `opener`. */
  readonly open: (target: SourceTarget, opener: HTMLElement) => void;
}

export const SourceOpenerContext = createContext<SourceOpener>({ target: null, open: () => undefined });

export function useSourceOpener(): SourceOpener {
  return useContext(SourceOpenerContext);
}

export function isSameTarget(first: SourceTarget | null, second: SourceTarget): boolean {
  return first?.document === second.document && first.from === second.from && first.to === second.to;
}
