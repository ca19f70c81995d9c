import { useState } from "react";
import { deleteConversation } from "../api/conversations.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { Modal } from "../page/modal.tsx";

interface DeleteDialogProps {
  readonly conversation: string;
  readonly title: string;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Asks before a conversation is deleted: it cannot be brought back. */
export function DeleteDialog({ conversation, title, onDeleted, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const [hasFailed, setFailed] = useState(false);
  const handleDelete = () => {
    setFailed(false);
    deleteConversation(conversation).then(onDeleted, () => setFailed(true));
  };
  return (
    <Modal title={t("deleteQuestion")} onClose={onClose}>
      <p>{t("deleteDetail", { title })}</p>
      {hasFailed && (
        <p role="alert" className="form-error">
          {t("changeFailed")}
        </p>
      )}
      <div className="modal-actions">
        {/* biome-ignore lint/a11y/noAutofocus: Enter should not delete. */}
        <button type="button" className="button" autoFocus onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="button" className="button" data-kind="danger" onClick={handleDelete}>
          {t("delete")}
        </button>
      </div>
    </Modal>
  );
}
