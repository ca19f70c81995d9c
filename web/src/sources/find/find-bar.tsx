import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import type { Translate } from "../../i18n/wording.ts";
import { IconButton } from "../../page/icon-button.tsx";
import { CloseIcon, DownIcon, UpIcon } from "../../page/icons.tsx";
import type { Find } from "./use-find.ts";

interface FindBarProps {
  readonly id: string;
  readonly find: Find;
  readonly onClose: () => void;
}

const longestQuery = 200;

/** Looks for words in the document: Enter goes to the next place, Shift+Enter to the one before, Esc closes. */
export function FindBar({ id, find, onClose }: FindBarProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Enter" && event.target === input.current) {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    }
  };
  const isEmpty = find.places.length === 0;
  return (
    <search id={id} className="find-bar" onKeyDown={handleKey}>
      <input
        ref={input}
        type="text"
        className="find-input"
        aria-label={t("findLabel")}
        placeholder={t("findLabel")}
        maxLength={longestQuery}
        value={find.query}
        onChange={(event) => find.setQuery(event.target.value)}
      />
      <output className="find-count">{describeCount(find, t)}</output>
      <IconButton disabled={isEmpty} label={t("findPrevious")} onClick={() => find.step(-1)}>
        <UpIcon />
      </IconButton>
      <IconButton disabled={isEmpty} label={t("findNext")} onClick={() => find.step(1)}>
        <DownIcon />
      </IconButton>
      <IconButton label={t("findClose")} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </search>
  );
}

function describeCount({ state, places, isComplete, current }: Find, t: Translate): string {
  if (state === "idle") return "";
  if (state !== "found") return t(state === "searching" ? "findSearching" : "findFailed");
  if (places.length === 0) return t("findNone");
  const count = isComplete ? `${places.length}` : `${places.length}+`;
  return t("findCount", { current: (current ?? 0) + 1, count });
}
