import { type FormEvent, type KeyboardEvent, type MouseEvent, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { SendIcon, StopIcon } from "../page/icons.tsx";
import type { DocumentsState } from "../start/use-documents.ts";
import { isSendKey } from "./is-send-key.ts";
import { questionLimitInCharacters } from "./question-limit.ts";
import { ScopeButton } from "./scope/scope-button.tsx";
import type { Question } from "./turn.ts";
import { useDraft } from "./use-draft.ts";
import { useGrowingHeight } from "./use-growing-height.ts";

interface ComposerProps {
  /** The conversation's id once it is stored; what is written is kept under it. */
  readonly conversation: string | null;
  /** A question that came with the page's address. */
  readonly asked: string | null;
  readonly documents: DocumentsState;
  readonly canSend: boolean;
  readonly isStreaming: boolean;
  readonly onSend: (question: Question) => void;
  readonly onStop: () => void;
  readonly onEditLast: () => void;
}

/** Where a question is written; it keeps what is written while an answer streams. */
export function Composer(props: ComposerProps) {
  const { conversation, asked, documents, canSend, isStreaming, onSend, onStop, onEditLast } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useDraft(conversation, asked);
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowingHeight(field, draft.text);

  const question = draft.text.trim();
  const isSendable = canSend && !isStreaming && question !== "";
  const action = t(isStreaming ? "stop" : "send");
  const send = () => {
    if (!isSendable) return;
    onSend({ question, documents: draft.documents });
    setDraft({ ...draft, text: "" });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const handleStop = (event: MouseEvent) => {
    // The button turns into the one that sends before the click is over.
    event.preventDefault();
    onStop();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp" && !event.altKey && draft.text === "" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onEditLast();
    }
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="composer" onSubmit={handleSubmit}>
      <div className="composer-box">
        <textarea
          id="composer"
          ref={field}
          rows={1}
          maxLength={questionLimitInCharacters}
          value={draft.text}
          aria-label={t("composerLabel")}
          aria-describedby="composer-hint"
          placeholder={t("composerPlaceholder")}
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          onKeyDown={handleKeyDown}
        />
        <div className="composer-bar">
          <ScopeButton
            documents={documents}
            chosen={draft.documents}
            onChoose={(chosen) => setDraft({ ...draft, documents: chosen })}
          />
          <p id="composer-hint" className="composer-hint">
            {t("composerHint")}
          </p>
          <button
            type={isStreaming ? "button" : "submit"}
            className="composer-button"
            aria-label={action}
            title={action}
            // Not `disabled`, which would drop the focus when an answer ends.
            aria-disabled={!isStreaming && !isSendable}
            onClick={isStreaming ? handleStop : undefined}
          >
            {isStreaming ? <StopIcon /> : <SendIcon />}
          </button>
        </div>
      </div>
    </form>
  );
}
