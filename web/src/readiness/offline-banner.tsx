import { useTranslation } from "../i18n/use-translation.ts";

/** Shown while the browser has no network. */
export function OfflineBanner() {
  const { t } = useTranslation();
  return (
    <section className="banner" role="status" data-reason="offline">
      <span className="banner-sign" aria-hidden="true" />
      <div>
        <p className="banner-title">{t("offlineTitle")}</p>
        <p>{t("offlineAction")}</p>
      </div>
    </section>
  );
}
