import type { ReactNode } from "react";
import { LanguageSwitch } from "../i18n/language-switch.tsx";
import { useTranslation } from "../i18n/use-translation.ts";
import { DocumentIcon, Mark } from "./icons.tsx";

interface PageHeaderProps {
  /** The page this header stands on, where the header links to it. */
  readonly current?: "documents";
  /** Stands before the product's name. */
  readonly menu?: ReactNode;
  readonly children?: ReactNode;
}

/** The product's name, what the page adds, the way to the documents, and the languages. */
export function PageHeader({ current, menu, children }: PageHeaderProps) {
  const { t } = useTranslation();
  return (
    <header className="page-header">
      {menu}
      <a className="brand" href="/">
        <Mark />
        <span className="brand-name">{t("productName")}</span>
        <span className="brand-tagline">{t("tagline")}</span>
      </a>
      <div className="page-header-tools">
        {children}
        {current !== "documents" && (
          <a className="header-button" href="/documents">
            <DocumentIcon />
            <span>{t("documents")}</span>
          </a>
        )}
        <LanguageSwitch />
      </div>
    </header>
  );
}
