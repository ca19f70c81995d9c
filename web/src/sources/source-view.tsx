import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useMediaQuery } from "../page/use-media-query.ts";
import { FindBar } from "./find/find-bar.tsx";
import { useFind } from "./find/use-find.ts";
import { SelectionGloss } from "./gloss/selection-gloss.tsx";
import { chooseLines, isSameRange, isWithin, type LineRange } from "./line-range.ts";
import { Outline } from "./outline/outline.tsx";
import { useOutline } from "./outline/use-outline.ts";
import { SourceStatus } from "./source-status.tsx";
import { SourceTools } from "./source-tools.tsx";
import { SourceLines } from "./text/source-lines.tsx";
import type { OpenedText } from "./text/use-document-text.ts";
import { useFindKey } from "./use-find-key.ts";

interface SourceViewProps {
  readonly document: string;
  readonly opened: OpenedText;
  /** The lines an answer or the address cites. */
  readonly cited: LineRange | null;
  /** The lines the reader has chosen instead. */
  readonly picked: LineRange | null;
  /** The lines to show first, and again whenever they change. */
  readonly shown: LineRange | null;
  readonly onPick: (lines: LineRange) => void;
  /** Whether the document has the whole page to itself. */
  readonly isPage: boolean;
  /** What stands before the tools, such as the way to the next citation. */
  readonly children?: ReactNode;
}

/** Room for the headings beside the lines. */
const wideScreen = "(min-width: 1180px)";

/** A document's lines with the tools to move about in them. */
export function SourceView(props: SourceViewProps) {
  const { document, opened, cited, picked, shown, onPick, isPage } = props;
  const scroller = useRef<HTMLElement>(null);
  const findButton = useRef<HTMLButtonElement>(null);
  const isWide = useMediaQuery(wideScreen) && isPage;
  const [isOutlineOpen, setIsOutlineOpen] = useState(isWide);
  const [isFindOpen, setIsFindOpen] = useState(false);
  const [linesInView, setLinesInView] = useState<LineRange>(shown ?? { from: 1, to: 1 });
  const [goal, setGoal] = useState(shown);
  const lastPicked = useRef<LineRange | null>(null);
  useEffect(() => {
    if (!isSameRange(shown, lastPicked.current)) setGoal(shown);
  }, [shown]);

  const outline = useOutline(document, isOutlineOpen);
  const firstLine = useRef(linesInView.from);
  firstLine.current = linesInView.from;
  const find = useFind(
    document,
    useCallback(() => firstLine.current, []),
    useCallback(({ startLine, endLine }) => setGoal({ from: startLine, to: endLine }), []),
  );
  const openFind = useCallback(() => setIsFindOpen(true), []);
  const closeFind = () => {
    setIsFindOpen(false);
    find.setQuery("");
    findButton.current?.focus();
  };
  useFindKey({ isPage, scroller, onFind: openFind });

  const chosen = picked ?? cited;
  const anchor = useRef<number | null>(null);
  useEffect(() => {
    // The address tells of lines that were picked here only later; another key may have come before it does.
    if (!isSameRange(chosen, lastPicked.current)) anchor.current = chosen?.from ?? null;
  }, [chosen]);
  const handlePick = useCallback(
    (line: number, isExtended: boolean) => {
      if (!isExtended) anchor.current = null;
      anchor.current ??= line;
      const lines = chooseLines(line, anchor.current);
      lastPicked.current = lines;
      onPick(lines);
    },
    [onPick],
  );
  const goToHeading = (line: number) => {
    setGoal({ from: line, to: line });
    if (!isWide) setIsOutlineOpen(false);
    scroller.current?.focus({ preventScroll: true });
  };

  if (opened.source.state !== "open") return <SourceStatus source={opened.source} />;
  const { text } = opened.source;
  return (
    <>
      <div className="source-bar">
        {props.children}
        <SourceTools
          document={document}
          chosen={chosen}
          isOutlineOpen={isOutlineOpen}
          isFindOpen={isFindOpen}
          findButton={findButton}
          onToggleOutline={() => setIsOutlineOpen(!isOutlineOpen)}
          onToggleFind={isFindOpen ? closeFind : openFind}
        />
      </div>
      {isFindOpen && <FindBar id="source-find" find={find} onClose={closeFind} />}
      <div className="source-columns">
        {isOutlineOpen && (
          <Outline
            id="source-outline"
            outline={outline}
            line={lineBeingRead(linesInView, goal)}
            language={text.language}
            onGo={goToHeading}
          />
        )}
        <SourceLines
          scroller={scroller}
          text={text}
          want={opened.want}
          cited={cited}
          picked={picked}
          highlights={find.highlights}
          goal={goal}
          onPick={handlePick}
          onSee={setLinesInView}
        />
        <SelectionGloss scroller={scroller} />
      </div>
    </>
  );
}

/** The line that the reader came for as long as it is in view, else the first one that is. */
function lineBeingRead(inView: LineRange, goal: LineRange | null): number {
  return goal !== null && isWithin(goal.from, inView) ? goal.from : inView.from;
}
