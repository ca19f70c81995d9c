import { useTranslation } from "../i18n/use-translation.ts";
import type { Opening } from "./thread.ts";

/** What stands where a stored conversation will be, or would have been. */
export function OpeningNotice({ opening }: { readonly opening: Exclude<Opening, "new" | "open"> }) {
  const { t } = useTranslation();
  if (opening === "loading") {
    return (
      <p className="opening-notice" role="status">
        {t("conversationLoading")}
      </p>
    );
  }
  return (
    <div className="opening-notice" role="alert">
      <p>{t(opening === "missing" ? "conversationMissing" : "conversationFailed")}</p>
      <a className="button" href="/">
        {t("newChat")}
      </a>
    </div>
  );
}
