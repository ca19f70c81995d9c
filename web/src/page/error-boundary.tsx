import { Component, type ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.ts";

/** Stands in for a page that could not be shown, such as one whose files a new version has replaced. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const { t } = useTranslation();
  return (
    <main className="notice" role="alert">
      <p>{t("pageBroken")}</p>
      <button type="button" className="header-button" onClick={() => window.location.reload()}>
        {t("reloadPage")}
      </button>
    </main>
  );
}
