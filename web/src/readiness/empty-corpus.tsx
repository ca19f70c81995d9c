import { useEffect, useState } from "react";
import { readUploadState } from "../api/change-documents.ts";
import { useTranslation } from "../i18n/use-translation.ts";

/** What to do where there are no documents: by the pages of this server where it takes files, else in its folder. */
export function EmptyCorpus({ message }: { readonly message: string }) {
  const { t } = useTranslation();
  const allowed = useUploadsAllowed();
  if (allowed === null) return null;
  if (!allowed) {
    return (
      <>
        <p>{t("corpusEmptyAction")}</p>
        <p className="banner-detail">{message}</p>
      </>
    );
  }
  return (
    <p>
      {t("corpusEmptyUpload")}{" "}
      {window.location.pathname !== "/documents" && <a href="/documents">{t("documents")}</a>}
    </p>
  );
}

/** Null until it is known. */
function useUploadsAllowed(): boolean | null {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    readUploadState(controller.signal)
      .catch(() => ({ allowed: false }))
      .then((state) => {
        if (!controller.signal.aborted) setAllowed(state.allowed);
      });
    return () => controller.abort();
  }, []);
  return allowed;
}
