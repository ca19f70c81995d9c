import { type FormEvent, useRef, useState } from "react";
import { renameConversation } from "../api/conversations.ts";
import { useTranslation } from "../i18n/use-translation.ts";

/** The server takes no longer one. */
const titleLimitInCharacters = 200;

interface RenameFormProps {
  readonly conversation: string;
  readonly title: string;
  readonly onRenamed: () => void;
  readonly onClose: () => void;
}

/** A title as a field: Enter or leaving it saves, Esc does not. */
export function RenameForm({ conversation, title, onRenamed, onClose }: RenameFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(title);
  const [hasFailed, setFailed] = useState(false);
  // The field loses the focus when it goes, which must not save again.
  const isOver = useRef(false);
  const close = () => {
    isOver.current = true;
    onClose();
  };
  const save = () => {
    if (isOver.current) return;
    const wanted = text.trim();
    if (wanted === "" || wanted === title) return close();
    isOver.current = true;
    renameConversation(conversation, wanted).then(onRenamed, () => {
      isOver.current = false;
      setFailed(true);
    });
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className="rename" onSubmit={handleSubmit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever asks to rename wants to type.
        autoFocus
        className="rename-field"
        value={text}
        maxLength={titleLimitInCharacters}
        aria-label={t("conversationTitle")}
        aria-invalid={hasFailed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          close();
        }}
      />
      {hasFailed && (
        <p role="alert" className="form-error">
          {t("changeFailed")}
        </p>
      )}
    </form>
  );
}
