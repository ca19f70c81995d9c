import { Fragment, type ReactNode, useMemo } from "react";
import type { AnswerSentence, Citation } from "../../../server/api/types.ts";
import { CitationChip } from "./citation-chip.tsx";
import { joinMarkers } from "./join-markers.ts";
import { numberMarkers } from "./markers.ts";
import { type Block, type Inline, parseAnswer, type Words } from "./parse-answer.ts";
import { type Doubt, placeSentences } from "./place-sentences.ts";
import { splitAtDoubts } from "./split-at-doubts.ts";
import { UnplacedSentences, VerdictLabel } from "./verdict-label.tsx";

interface AnswerTextProps {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly sentences: readonly AnswerSentence[];
  /** A draft's citations arrive after their markers, which are left out until then. */
  readonly isDraft: boolean;
}

/** An answer as text nodes, its markers as citation chips, its doubtful sentences marked. */
export function AnswerText({ text, citations, sentences, isDraft }: AnswerTextProps) {
  const blocks = useMemo(() => parseAnswer(text), [text]);
  const { doubts, unplaced } = useMemo(() => placeSentences(text, sentences), [text, sentences]);
  const cited = new Map(citations.map((citation) => [citation.marker, citation]));
  const numbers = numberMarkers(text, new Set(cited.keys()));

  const renderInline = (inline: Inline) => {
    if (inline.kind !== "marker") return renderWords(inline);
    const citation = cited.get(inline.marker);
    const number = numbers.get(inline.marker);
    if (citation === undefined || number === undefined) return isDraft ? null : `[${inline.marker}]`;
    return <CitationChip key={inline.start} citation={citation} number={number} />;
  };

  return (
    <div className="answer-text">
      {blocks.map((block) => (
        <AnswerBlock key={blockStart(block)} block={block} doubts={doubts} renderInline={renderInline} />
      ))}
      {unplaced.length > 0 && <UnplacedSentences sentences={unplaced} />}
    </div>
  );
}

function renderWords({ kind, text, start }: Words): ReactNode {
  if (kind === "strong") return <strong key={start}>{text}</strong>;
  return text;
}

interface AnswerBlockProps {
  readonly block: Block;
  readonly doubts: readonly Doubt[];
  readonly renderInline: (inline: Inline) => ReactNode;
}

function AnswerBlock({ block, doubts, renderInline }: AnswerBlockProps) {
  const lines = block.lines.map((line) => ({
    start: line[0]?.start ?? 0,
    content: splitAtDoubts(line, doubts).map(({ doubt, isLast, inlines }) => {
      const content = joinMarkers(inlines).map((joined) => {
        if (joined.length === 1) return renderInline(joined[0]);
        return (
          <span key={`joined ${joined[0].start}`} className="joined">
            {joined.map(renderInline)}
          </span>
        );
      });
      const key = inlines[0]?.start;
      if (doubt === null) return <Fragment key={key}>{content}</Fragment>;
      return (
        <span key={key} className="doubt" data-verdict={doubt.verdict}>
          <span className="doubt-text">{content}</span>
          {isLast && <VerdictLabel verdict={doubt.verdict} />}
        </span>
      );
    }),
  }));
  if (block.kind === "list") {
    return (
      <ul className="answer-list">
        {lines.map(({ start, content }) => (
          <li key={start}>{content}</li>
        ))}
      </ul>
    );
  }
  return (
    <p className={block.kind === "group" ? "answer-group" : undefined}>
      {lines.map(({ start, content }, index) => (
        <Fragment key={start}>
          {index > 0 && <br />}
          {content}
        </Fragment>
      ))}
    </p>
  );
}

function blockStart(block: Block): number {
  return block.lines[0]?.[0]?.start ?? 0;
}
