import { useState } from "react";
import type { DocumentListItem } from "../../../../server/api/documents.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { Modal } from "../../page/modal.tsx";
import { VisibleText } from "../../page/visible-text.tsx";
import { findDocuments } from "./find-documents.ts";

/** More would be slow to draw and no easier to find one's way in. */
const mostShown = 100;
/** The server takes no more. */
const mostChosen = 1000;

interface ScopePickerProps {
  readonly documents: readonly DocumentListItem[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which documents to ask: found by the words of their titles, so that many stay manageable. */
export function ScopePicker({ documents, chosen, onChoose, onClose }: ScopePickerProps) {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState("");
  // Those chosen when it opened stand first: a tick must not move what is under the pointer.
  const [first] = useState(() => new Set(chosen));
  const found = findDocuments(documents, query, first);
  const hidden = found.length - mostShown;
  const isFull = chosen.length >= mostChosen;
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Modal title={t("scope")} onClose={onClose}>
      <input
        type="search"
        className="field"
        value={query}
        aria-label={t("scopeSearch")}
        placeholder={t("scopeSearch")}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="scope-list">
        {found.slice(0, mostShown).map(({ id, title, organisation, year }) => {
          const isChosen = chosen.includes(id);
          return (
            <li key={id}>
              <label className="scope-document">
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isFull && !isChosen}
                  onChange={() => toggle(id)}
                />
                <span className="scope-title">
                  <VisibleText text={title} />
                </span>
                <span className="document-facts">
                  {[organisation, year].filter((fact) => fact !== null).join(" · ")}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="scope-note" role="status">
        {found.length === 0 && t("scopeNone")}
        {hidden > 0 && t("scopeMore", { number: hidden.toLocaleString(i18n.language) })}
        {isFull && t("scopeTooMany", { number: mostChosen.toLocaleString(i18n.language) })}
      </p>
      <div className="modal-actions">
        <button type="button" className="button" disabled={chosen.length === 0} onClick={() => onChoose([])}>
          {t("scopeClear")}
        </button>
        <button type="button" className="button" data-kind="main" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Modal>
  );
}
