import type { Answer, Language, Notice } from "../../../server/api/types.ts";
import { AnswerText } from "../answer/answer-text.tsx";
import { ClosestLines } from "../answer/closest-lines.tsx";
import { hideUnfinished } from "../answer/hide-unfinished.ts";
import type { en } from "../i18n/en.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { WarningIcon } from "../page/icons.tsx";
import { BrokenReply } from "./broken-reply.tsx";
import type { Draft, Reply } from "./turn.ts";

interface ReplyBodyProps {
  readonly reply: Reply;
  readonly showsMode: boolean;
  /** Null while another answer is being written. */
  readonly onRetry: (() => void) | null;
}

/** An answer in whatever state it is. */
export function ReplyBody({ reply, showsMode, onRetry }: ReplyBodyProps) {
  const { i18n } = useTranslation();
  if (reply.state === "answered") return <WholeAnswer answer={reply.answer} showsMode={showsMode} />;
  const { draft } = reply;
  return (
    <div aria-busy={reply.state === "streaming"}>
      <div lang={guessLanguage(draft.text, i18n.language)}>
        <AnswerText
          text={hideUnfinished(draft.text)}
          citations={draft.citations}
          sentences={draft.sentences}
          isDraft
        />
      </div>
      {reply.state === "streaming" ? (
        <Progress draft={draft} />
      ) : (
        <BrokenReply reply={reply} onRetry={onRetry} />
      )}
    </div>
  );
}

/** A draft's first words tell the language that is known once it is whole, so that its lines keep their height. */
function guessLanguage(text: string, reader: Language): Language {
  const isChinese = /\p{Script=Han}/u.test(text.slice(0, 40));
  if (!isChinese) return "en";
  return reader === "en" ? "zh-Hant" : reader;
}

function WholeAnswer({ answer, showsMode }: { readonly answer: Answer; readonly showsMode: boolean }) {
  const { t } = useTranslation();
  const { text, citations, sentences, closest, status, mode } = answer;
  return (
    <div data-status={status}>
      <div lang={answer.language}>
        <AnswerText text={text} citations={citations} sentences={sentences} isDraft={false} />
      </div>
      {status === "not_found" && <ClosestLines passages={closest} />}
      {answer.conflicts !== undefined && (
        <p className="answer-notice">
          <WarningIcon />
          {t("noticeConflict")}
        </p>
      )}
      {answer.notice !== undefined && (
        <p className="answer-notice">
          <WarningIcon />
          {t(noticeWordings[answer.notice])}
        </p>
      )}
      {mode === "extractive" && status === "answered" && answer.notice === undefined && showsMode && (
        <p className="mode-note">{t("extractiveMode")}</p>
      )}
    </div>
  );
}

const noticeWordings = {
  model_unavailable: "noticeModelUnavailable",
  answer_interrupted: "noticeInterrupted",
  answer_too_long: "noticeTooLong",
  content_filtered: "noticeFiltered",
  model_refused: "noticeRefused",
  other_language: "noticeOtherLanguage",
} as const satisfies Record<Notice, keyof typeof en>;

/** What is going on before the first words; then only that there are more to come. */
function Progress({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  if (draft.isLost) {
    return (
      <p className="progress" role="status">
        <WarningIcon />
        {t("reconnecting")}
      </p>
    );
  }
  if (draft.text !== "") return <span className="caret" aria-hidden="true" />;
  return (
    <p className="progress" role="status">
      <span className="progress-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {t(draft.isRetrieved ? "reading" : "searching")}
    </p>
  );
}
