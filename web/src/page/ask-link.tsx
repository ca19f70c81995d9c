import { useTranslation } from "../i18n/use-translation.ts";
import { AskIcon } from "./icons.tsx";

/** The way from another page's header to the chat. */
export function AskLink() {
  const { t } = useTranslation();
  return (
    <a className="header-button" href="/">
      <AskIcon />
      <span>{t("askAQuestion")}</span>
    </a>
  );
}
