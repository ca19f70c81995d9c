import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../i18n/language-switch.tsx";
import { Mark } from "./icons.tsx";

/** The product's name, what the page adds, and the languages. */
export function PageHeader({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className="page-header">
      <a className="brand" href="/">
        <Mark />
        <span className="brand-name">{t("productName")}</span>
        <span className="brand-tagline">{t("tagline")}</span>
      </a>
      <div className="page-header-tools">
        {children}
        <LanguageSwitch />
      </div>
    </header>
  );
}
