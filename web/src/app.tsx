import { useTranslation } from "react-i18next";
import { ChatPage } from "./chat/chat-page.tsx";
import { DocumentsPage } from "./documents/documents-page.tsx";
import { PageHeader } from "./page/page-header.tsx";
import { SourcePage } from "./sources/source-page.tsx";
import { readSourcePath } from "./sources/source-url.ts";

/** The page at an address. Pages link to each other by plain links, so the address stands still under each. */
export function App({ pathname }: { readonly pathname: string }) {
  const source = readSourcePath(pathname);
  if (source !== null) return <SourcePage document={source} />;
  if (pathname === "/documents") return <DocumentsPage />;
  if (pathname === "/") return <ChatPage conversation={null} />;
  const conversation = /^\/c\/([\w-]{1,64})$/.exec(pathname)?.[1];
  if (conversation !== undefined) return <ChatPage conversation={conversation} />;
  return <NotFoundPage />;
}

function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeader />
      <main className="notice">
        <p>{t("pageNotFound")}</p>
        <a href="/">{t("askAQuestion")}</a>
      </main>
    </div>
  );
}
