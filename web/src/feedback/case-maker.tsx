import { useId, useState } from "react";
import type { FeedbackItem } from "../../../server/api/conversations.ts";
import { previewPassage } from "../answer/preview-passage.ts";
import { copyText } from "../chat/actions/copy-text.ts";
import { describeLines } from "../i18n/describe-lines.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { CheckIcon, CopyIcon, DownloadIcon } from "../page/icons.tsx";
import { buildSourceUrl } from "../sources/source-url.ts";
import { buildCase, type CaseLines, isAnsweredBy, offerLines } from "./eval-case.ts";

/** Makes the question a case for the evals; the keeper says which lines answer it, or that none does. */
export function CaseMaker({ item }: { readonly item: FeedbackItem }) {
  const { t } = useTranslation();
  const offered = offerLines(item);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(
    () => new Set(isAnsweredBy(item) ? offered.keys() : []),
  );
  const [outcome, setOutcome] = useState<"caseCopied" | "linkNotCopied" | null>(null);
  const row = buildCase(
    item,
    offered.filter((_, index) => ticked.has(index)),
  );
  const toggle = (index: number) => {
    const next = new Set(ticked);
    if (!next.delete(index)) next.add(index);
    setTicked(next);
    setOutcome(null);
  };
  const copy = async () => setOutcome((await copyText(`${row}\n`)) ? "caseCopied" : "linkNotCopied");
  return (
    <div className="case-maker">
      {offered.length > 0 && (
        <fieldset className="case-lines">
          <legend>{t("caseLines")}</legend>
          {offered.map((lines, index) => (
            <CaseChoice
              key={`${lines.document}:${lines.startLine}-${lines.endLine}:${lines.text}`}
              lines={lines}
              isTicked={ticked.has(index)}
              onToggle={() => toggle(index)}
            />
          ))}
        </fieldset>
      )}
      <div className="case-buttons">
        <button type="button" className="header-button" onClick={copy}>
          {outcome === "caseCopied" ? <CheckIcon /> : <CopyIcon />}
          {t("caseCopy")}
        </button>
        <button type="button" className="header-button" onClick={() => download(row, item.answer.id)}>
          <DownloadIcon />
          {t("caseDownload")}
        </button>
        <span className="report-note" role="status">
          {outcome === null ? t(ticked.size === 0 ? "caseRefused" : "caseAnswered") : t(outcome)}
        </span>
      </div>
    </div>
  );
}

interface CaseChoiceProps {
  readonly lines: CaseLines;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

function CaseChoice({ lines, isTicked, onToggle }: CaseChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const range = { from: lines.startLine, to: lines.endLine };
  return (
    <div className="case-choice">
      <input id={id} type="checkbox" checked={isTicked} onChange={onToggle} />
      <label htmlFor={id}>
        <span className="case-title">{lines.title}</span>
        <span className="case-text">{previewPassage({ text: lines.text, headings: [] })}</span>
      </label>
      <a href={buildSourceUrl(lines.document, range)} target="_blank" rel="noopener">
        {describeLines(t, range)}
        <span className="visually-hidden"> {t("opensInNewTab")}</span>
      </a>
    </div>
  );
}

function download(row: string, id: string): void {
  const url = URL.createObjectURL(new Blob([`${row}\n`], { type: "application/jsonl" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `case-${id.slice(0, 8)}.jsonl`;
  link.click();
  URL.revokeObjectURL(url);
}
