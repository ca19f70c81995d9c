import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "../page/icon-button.tsx";
import { CloseIcon, Mark, NewChatIcon } from "../page/icons.tsx";

interface EmbedHeaderProps {
  readonly onNewChat?: (() => void) | null;
  /** Null where the page around the chat does not close it. */
  readonly onClose: (() => void) | null;
}

export function EmbedHeader({ onNewChat = null, onClose }: EmbedHeaderProps) {
  const { t } = useTranslation();
  return (
    <header className="embed-header">
      <Mark />
      <span className="brand-name">{t("productName")}</span>
      {onNewChat !== null && (
        <IconButton label={t("newChat")} onClick={onNewChat}>
          <NewChatIcon />
        </IconButton>
      )}
      {onClose !== null && (
        <IconButton label={t("embedClose")} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      )}
    </header>
  );
}
