import { useEffect } from "react";
import { useTranslation } from "react-i18next";

export function usePageTitle(title: string | null): void {
  const { t } = useTranslation();
  const productName = t("productName");
  useEffect(() => {
    document.title = title === null ? productName : `${title} · ${productName}`;
  }, [title, productName]);
}
