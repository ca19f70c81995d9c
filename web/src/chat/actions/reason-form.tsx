import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";

/** The server takes no longer one; the picked reasons stand before it. */
const wordsLimitInCharacters = 1500;

const reasons = ["reasonWrong", "reasonIncomplete", "reasonSource", "reasonOffTopic"] as const;

interface ReasonFormProps {
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why an answer is bad: some common reasons to pick from, and room for one's own words. */
export function ReasonForm({ onSend, onClose }: ReasonFormProps) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    form.current?.querySelector("input")?.focus({ preventScroll: true });
    // It opens below an answer that may reach down to the composer.
    form.current?.scrollIntoView({ block: "nearest" });
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const reason = [...picked, words.trim()].filter((part) => part !== "").join("; ");
    if (reason === "") onClose();
    else onSend(reason);
  };
  const toggle = (reason: string) =>
    setPicked((before) =>
      before.includes(reason) ? before.filter((other) => other !== reason) : [...before, reason],
    );
  return (
    <form
      ref={form}
      className="reasons"
      onSubmit={handleSubmit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <fieldset>
        <legend>{t("rateReason")}</legend>
        <div className="reason-list">
          {reasons.map((key) => {
            const reason = t(key);
            return (
              <label key={key} className="reason">
                <input type="checkbox" checked={picked.includes(reason)} onChange={() => toggle(reason)} />
                {reason}
              </label>
            );
          })}
        </div>
      </fieldset>
      <textarea
        rows={2}
        maxLength={wordsLimitInCharacters}
        value={words}
        aria-label={t("reasonMore")}
        placeholder={t("reasonMore")}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="modal-actions">
        <button type="button" className="button" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="submit" className="button" data-kind="main">
          {t("rateSend")}
        </button>
      </div>
    </form>
  );
}
