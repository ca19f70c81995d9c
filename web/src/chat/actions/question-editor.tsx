import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import { isSendKey } from "../is-send-key.ts";
import { questionLimitInCharacters } from "../question-limit.ts";
import { useGrowingHeight } from "../use-growing-height.ts";

interface QuestionEditorProps {
  readonly question: string;
  readonly onAsk: (question: string) => void;
  readonly onClose: () => void;
}

/** A question in its place as a field: sent, it is asked again in these words. */
export function QuestionEditor({ question, onAsk, onClose }: QuestionEditorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(question);
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowingHeight(field, text);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(question.length, question.length);
  }, [question]);

  const send = () => {
    if (text.trim() !== "") onAsk(text.trim());
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      onClose();
    }
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="question-editor" onSubmit={handleSubmit}>
      <textarea
        ref={field}
        rows={1}
        maxLength={questionLimitInCharacters}
        value={text}
        aria-label={t("editLabel")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={handleKeyDown}
      />
      <div className="modal-actions">
        <button type="button" className="button" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="submit" className="button" data-kind="main">
          {t("send")}
        </button>
      </div>
    </form>
  );
}
