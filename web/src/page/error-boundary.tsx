import { Component, type ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.ts";

interface ErrorBoundaryProps {
  /** Stands where the children cannot be shown; by default a word about the whole page. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** Keeps what breaks to its own place, such as a part whose file a new version has replaced. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { fallback = <BrokenPage />, children } = this.props;
    return this.state.hasFailed ? fallback : children;
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
