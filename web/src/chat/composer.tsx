import {
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { SendIcon, StopIcon } from "../page/icons.tsx";
import { isSendKey } from "./is-send-key.ts";

/** The server refuses a longer question. */
const questionLimitInCharacters = 2000;

interface ComposerProps {
  readonly canSend: boolean;
  readonly isStreaming: boolean;
  readonly onSend: (question: string) => void;
  readonly onStop: () => void;
}

/** Where a question is written; it keeps what is written while an answer streams. */
export function Composer({ canSend, isStreaming, onSend, onStop }: ComposerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowingHeight(field, text);

  const question = text.trim();
  const isSendable = canSend && !isStreaming && question !== "";
  const action = t(isStreaming ? "stop" : "send");
  const send = () => {
    if (!isSendable) return;
    onSend(question);
    setText("");
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
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="composer" onSubmit={handleSubmit}>
      <div className="composer-box">
        <textarea
          ref={field}
          rows={1}
          maxLength={questionLimitInCharacters}
          value={text}
          aria-label={t("composerLabel")}
          aria-describedby="composer-hint"
          placeholder={t("composerPlaceholder")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKeyDown}
        />
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
      <p id="composer-hint" className="composer-hint">
        {t("composerHint")}
      </p>
    </form>
  );
}

/** The field is as tall as its text; the style sheet sets where it begins to scroll. */
function useGrowingHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
}
