import { useEffect, useRef } from "react";
import type { DocumentOutline } from "../../../../server/api/documents.ts";
import type { Language } from "../../../../server/api/types.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { VisibleText } from "../../page/visible-text.tsx";
import { currentHeading } from "./current-heading.ts";
import type { OutlineState } from "./use-outline.ts";

interface OutlineProps {
  readonly id: string;
  readonly outline: OutlineState;
  /** The line that is being read. */
  readonly line: number;
  readonly language: Language;
  readonly onGo: (line: number) => void;
}

/** A document's headings, the one that is being read marked. */
export function Outline({ id, outline, line, language, onGo }: OutlineProps) {
  const { t } = useTranslation();
  return (
    <nav id={id} className="outline" aria-label={t("outline")}>
      {outline.state !== "open" || outline.headings.length === 0 ? (
        <p className="outline-status" role="status">
          {t(outline.state === "open" ? "outlineNone" : statusWording[outline.state])}
        </p>
      ) : (
        <HeadingList headings={outline.headings} line={line} language={language} onGo={onGo} />
      )}
    </nav>
  );
}

const statusWording = { loading: "outlineLoading", failed: "outlineFailed" } as const;

interface HeadingListProps extends Pick<OutlineProps, "line" | "language" | "onGo"> {
  readonly headings: DocumentOutline["headings"];
}

const deepestIndent = 4;

function HeadingList({ headings, line, language, onGo }: HeadingListProps) {
  const current = currentHeading(headings, line);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current !== null) list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <ol ref={list} className="outline-list" lang={language}>
      {headings.map((heading, index) => (
        <li key={heading.line} className="outline-item">
          <button
            type="button"
            className="outline-heading"
            data-level={Math.min(heading.level, deepestIndent)}
            aria-current={index === current ? "location" : undefined}
            onClick={() => onGo(heading.line)}
          >
            <VisibleText text={heading.text} />
          </button>
        </li>
      ))}
    </ol>
  );
}
