import { useState } from "react";
import { removeDocument } from "../../api/change-documents.ts";
import { ProblemError } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { Modal } from "../../page/modal.tsx";
import { VisibleText } from "../../page/visible-text.tsx";

interface RemoveDialogProps {
  readonly id: string;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** A file that is removed cannot be had back, so that it is asked for twice. */
export function RemoveDialog({ id, onRemoved, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<"asking" | "removing" | { readonly detail: string }>("asking");
  const remove = async () => {
    setState("removing");
    try {
      await removeDocument(id);
      onRemoved();
    } catch (error) {
      setState({ detail: error instanceof ProblemError ? (error.problem.detail ?? "") : "" });
    }
  };
  return (
    <Modal title={t("removeQuestion")} onClose={onClose}>
      <p>
        <VisibleText text={t("removeDetail", { id })} />
      </p>
      {typeof state === "object" && (
        <p className="form-error" role="alert">
          {t("removeFailed")} {state.detail !== "" && t("uploadServerSays", { message: state.detail })}
        </p>
      )}
      <div className="modal-actions">
        {/* biome-ignore lint/a11y/noAutofocus: Enter should not remove. */}
        <button type="button" className="button" autoFocus onClick={onClose}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="button"
          data-kind="danger"
          aria-disabled={state === "removing"}
          onClick={() => state !== "removing" && void remove()}
        >
          {t("remove")}
        </button>
      </div>
    </Modal>
  );
}
