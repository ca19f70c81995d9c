import { useEffect } from "react";
import { useTranslation } from "../i18n/use-translation.ts";

/** The tab's title; answers that have not been seen are counted before it. */
export function usePageTitle(title: string | null, unread = 0): void {
  const { t } = useTranslation();
  const productName = t("productName");
  useEffect(() => {
    const mark = unread === 0 ? "" : `(${unread}) `;
    document.title = mark + (title === null ? productName : `${title} · ${productName}`);
  }, [title, unread, productName]);
}
