import { useEffect } from "react";
import { useTranslation } from "../i18n/use-translation.ts";

export function usePageTitle(title: string | null): void {
  const { t } = useTranslation();
  const productName = t("productName");
  useEffect(() => {
    document.title = title === null ? productName : `${title} · ${productName}`;
  }, [title, productName]);
}
