import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { placeTooltip } from "../../answer/place-tooltip.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { IconButton } from "../../page/icon-button.tsx";
import { CloseIcon } from "../../page/icons.tsx";
import { GlossedWords } from "./glossed-words.tsx";
import { useGloss } from "./use-gloss.ts";

interface GlossPanelProps {
  /** What is looked up first; the reader may type something else. */
  readonly text: string;
  readonly anchor: DOMRect;
  readonly onClose: () => void;
}

const longestText = 200;

/** The dictionary, beside what was selected or the button that opened it; Esc or a press elsewhere closes it. */
export function GlossPanel({ text, anchor, onClose }: GlossPanelProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(text);
  const gloss = useGloss(wanted);
  const panel = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found changes how much room the panel takes.
  useLayoutEffect(() => {
    if (panel.current === null) return;
    const { offsetWidth: width, offsetHeight: height } = panel.current;
    const room = { left: 0, right: document.documentElement.clientWidth };
    const { left, top } = placeTooltip(anchor, { width, height }, room);
    setPlace({ left, top: Math.max(0, Math.min(top, window.innerHeight - height)) });
  }, [anchor, gloss.state]);
  useEffect(() => {
    const handleDown = (event: PointerEvent) => {
      if (!panel.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener("pointerdown", handleDown);
    return () => document.removeEventListener("pointerdown", handleDown);
  }, [onClose]);

  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  return createPortal(
    <div
      ref={panel}
      className="gloss"
      role="dialog"
      aria-label={t("glossTitle")}
      style={{ "--left": `${place.left}px`, "--top": `${place.top}px` } as CSSProperties}
      onKeyDown={handleKey}
    >
      <div className="gloss-head">
        <input
          ref={input}
          type="text"
          className="find-input"
          aria-label={t("glossLabel")}
          placeholder={t("glossLabel")}
          maxLength={longestText}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <IconButton label={t("glossClose")} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll only what has the focus. */}
      <section className="gloss-body" tabIndex={0} aria-label={t("glossResults")} aria-live="polite">
        {gloss.state === "found" && gloss.words.length > 0 ? (
          <GlossedWords words={gloss.words} />
        ) : (
          <p className="gloss-status">
            {t(gloss.state === "found" ? "glossNone" : statusWording[gloss.state])}
          </p>
        )}
      </section>
      <p className="gloss-credit">{t("glossCredit")}</p>
    </div>,
    document.body,
  );
}

const statusWording = { idle: "glossHint", loading: "glossLoading", failed: "glossFailed" } as const;
