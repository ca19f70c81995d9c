import { useEffect, useState } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { CloseIcon } from "../page/icons.tsx";
import type { Deleting, Deletion } from "./use-deletion.ts";

/** Says that a conversation was deleted, with the way to have it back. */
export function DeletionToast({ deletion, undo, dismiss }: Omit<Deleting, "remove">) {
  return (
    // Always there: what comes into it is then read out.
    <div role="status" className="toast-place">
      {deletion !== null && <Toast deletion={deletion} undo={undo} dismiss={dismiss} />}
    </div>
  );
}

/** Long enough to read and to reach; it stays while it is pointed at or has the focus (WCAG 2.2, 2.2.1). */
const shownForInMs = 10_000;

interface ToastProps extends Omit<Deleting, "remove"> {
  readonly deletion: Deletion;
}

function Toast({ deletion, undo, dismiss }: ToastProps) {
  const { t } = useTranslation();
  const [isHeld, setHeld] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another deletion begins anew.
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(dismiss, shownForInMs);
    return () => clearTimeout(timer);
  }, [isHeld, deletion, dismiss]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is only kept there.
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{t(deletion.state === "deleted" ? "conversationDeleted" : "changeFailed")}</span>
      {deletion.state !== "not-deleted" && (
        <button type="button" className="toast-undo" onClick={undo}>
          {t("undo")}
        </button>
      )}
      <button
        type="button"
        className="toast-close"
        aria-label={t("close")}
        title={t("close")}
        onClick={dismiss}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
