import { useTranslation } from "../i18n/use-translation.ts";
import type { Opening } from "./thread.ts";

/** What stands where a stored conversation will be, or would have been. */
export function OpeningNotice({ opening }: { readonly opening: Exclude<Opening, "new" | "open"> }) {
  const { t } = useTranslation();
  if (opening === "loading") {
    return (
      <p className="source-status" role="status">
        {t("conversationLoading")}
      </p>
    );
  }
  return (
    <div className="source-status" role="alert">
      <p>{t(opening === "missing" ? "conversationMissing" : "conversationFailed")}</p>
      <a href="/">{t("newChat")}</a>
    </div>
  );
}
