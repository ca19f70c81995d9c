import { useTranslation } from "../i18n/use-translation.ts";
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
      {onNewChat !== null && <HeaderButton label={t("newChat")} icon={<NewChatIcon />} onPress={onNewChat} />}
      {onClose !== null && <HeaderButton label={t("embedClose")} icon={<CloseIcon />} onPress={onClose} />}
    </header>
  );
}

interface HeaderButtonProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onPress: () => void;
}

function HeaderButton({ label, icon, onPress }: HeaderButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onPress}>
      {icon}
    </button>
  );
}
