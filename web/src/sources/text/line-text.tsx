import type { ReactNode } from "react";
import { VisibleText } from "../../page/visible-text.tsx";
import type { Highlight } from "../find/highlights.ts";

interface LineTextProps {
  readonly text: string;
  readonly highlights: readonly Highlight[];
}

/** A line's text with the words found in it marked. */
export function LineText({ text, highlights }: LineTextProps) {
  if (highlights.length === 0) return <VisibleText text={text} />;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, isCurrent } of highlights) {
    if (start > at) pieces.push(<VisibleText key={at} text={text.slice(at, start)} />);
    pieces.push(
      <mark key={start} className="found" data-current={isCurrent || undefined}>
        <VisibleText text={text.slice(start, end)} />
      </mark>,
    );
    at = end;
  }
  if (at < text.length) pieces.push(<VisibleText key={at} text={text.slice(at)} />);
  return pieces;
}
