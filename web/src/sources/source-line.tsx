import { type MouseEvent, memo } from "react";
import type { DocumentLines } from "../../../server/api/types.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { VisibleText } from "../page/visible-text.tsx";
import { buildLineHash } from "./line-hash.ts";

interface SourceLineProps {
  readonly line: DocumentLines["lines"][number];
  readonly isCited: boolean;
  readonly startsPage: boolean;
  readonly onPick: ((line: number, isExtended: boolean) => void) | undefined;
}

export const SourceLine = memo(function SourceLine({ line, isCited, startsPage, onPick }: SourceLineProps) {
  const { t } = useTranslation();
  const isBlank = line.text.trim() === "";
  return (
    <li
      className="source-line"
      data-line={line.number}
      data-cited={isCited || undefined}
      data-blank={isBlank || undefined}
    >
      {startsPage && <span className="page-mark">{t("page", { page: line.page })}</span>}
      <LineNumber number={line.number} onPick={onPick} />
      {isCited && !isBlank ? (
        <mark className="line-text">
          <VisibleText text={line.text} />
        </mark>
      ) : (
        <span className="line-text">
          <VisibleText text={line.text} />
        </span>
      )}
    </li>
  );
});

function LineNumber({
  number,
  onPick,
}: {
  readonly number: number;
  readonly onPick: SourceLineProps["onPick"];
}) {
  if (onPick === undefined) return <span className="line-number">{number}</span>;
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPick(number, event.shiftKey);
  };
  const href = buildLineHash({ from: number, to: number });
  return (
    <a className="line-number" href={href} tabIndex={-1} onClick={handleClick}>
      {number}
    </a>
  );
}
