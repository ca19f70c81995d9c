import { useState } from "react";
import { useTranslation } from "../../i18n/use-translation.ts";
import { DocumentIcon } from "../../page/icons.tsx";
import { lazyPart } from "../../page/lazy-part.tsx";
import type { DocumentsState } from "../../start/use-documents.ts";

const ScopePicker = lazyPart(() => import("./scope-picker.tsx").then((module) => module.ScopePicker));

interface ScopeButtonProps {
  readonly documents: DocumentsState;
  /** Ids; none means all. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Says which documents will be asked, and opens the choice of them. */
export function ScopeButton({ documents, chosen, onChoose }: ScopeButtonProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (typeof documents === "string" || documents.length === 0) return null;
  const only = chosen.length === 1 ? documents.find(({ id }) => id === chosen[0])?.title : undefined;
  const number = chosen.length.toLocaleString(i18n.language);
  const label = chosen.length === 0 ? t("scopeAll") : (only ?? t("scopeSome", { number }));
  return (
    <>
      <button
        type="button"
        className="scope-button"
        data-limited={chosen.length > 0}
        aria-haspopup="dialog"
        aria-label={`${t("scope")}: ${label}`}
        title={t("scope")}
        onClick={() => setOpen(true)}
      >
        <DocumentIcon />
        <span>{label}</span>
      </button>
      {isOpen && (
        <ScopePicker
          documents={documents}
          chosen={chosen}
          onChoose={onChoose}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
