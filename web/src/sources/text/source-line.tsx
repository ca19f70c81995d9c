import { type MouseEvent, memo, type Ref } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import type { Highlight } from "../find/highlights.ts";
import { buildLineHash } from "../line-hash.ts";
import type { SourceLineText } from "./document-text.ts";
import { LineText } from "./line-text.tsx";

export type PickLine = (line: number, isExtended: boolean) => void;

interface SourceLineProps {
  readonly number: number;
  readonly lineCount: number;
  /** Undefined until it has been loaded. */
  readonly line: SourceLineText | undefined;
  readonly isCited: boolean;
  readonly isPicked: boolean;
  readonly startsPage: boolean;
  readonly highlights: readonly Highlight[];
  /** Whether the Tab key comes to its number; the arrow keys go on from there. */
  readonly isTabStop: boolean;
  readonly onPick: PickLine;
  readonly measure: Ref<HTMLLIElement> | null;
}

export const SourceLine = memo(function SourceLine(props: SourceLineProps) {
  const { number, line, isCited, isPicked, startsPage, highlights, onPick } = props;
  const { t } = useTranslation();
  const isBlank = line?.text.trim() === "";
  const text = line === undefined ? "\u00a0" : <LineText text={line.text} highlights={highlights} />;
  return (
    <li
      ref={props.measure}
      className="source-line"
      data-index={number - 1}
      data-line={number}
      data-cited={isCited || undefined}
      data-picked={isPicked || undefined}
      data-blank={isBlank || undefined}
      data-loading={line === undefined || undefined}
      aria-posinset={number}
      aria-setsize={props.lineCount}
    >
      {startsPage && <span className="page-mark">{t("page", { page: line?.page })}</span>}
      <LineNumber number={number} isTabStop={props.isTabStop} onPick={onPick} />
      {isCited && !isBlank ? (
        <mark className="line-text">{text}</mark>
      ) : (
        <span className="line-text">{text}</span>
      )}
    </li>
  );
});

type LineNumberProps = Pick<SourceLineProps, "number" | "isTabStop" | "onPick">;

function LineNumber({ number, isTabStop, onPick }: LineNumberProps) {
  const { t } = useTranslation();
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPick(number, event.shiftKey);
  };
  const href = buildLineHash({ from: number, to: number });
  return (
    <a
      className="line-number"
      href={href}
      aria-label={t("oneLine", { from: number })}
      tabIndex={isTabStop ? 0 : -1}
      onClick={handleClick}
    >
      {number}
    </a>
  );
}
