import { lazy, Suspense } from "react";
import { ChatPage } from "./chat/chat-page.tsx";
import { useTranslation } from "./i18n/use-translation.ts";
import { ErrorBoundary } from "./page/error-boundary.tsx";
import { PageHeader } from "./page/page-header.tsx";
import { readSourcePath } from "./sources/source-url.ts";

const DocumentsPage = lazy(() =>
  import("./documents/documents-page.tsx").then((module) => ({ default: module.DocumentsPage })),
);
const EmbedPage = lazy(() =>
  import("./embed/embed-page.tsx").then((module) => ({ default: module.EmbedPage })),
);
const FeedbackPage = lazy(() =>
  import("./feedback/feedback-page.tsx").then((module) => ({ default: module.FeedbackPage })),
);
const SourcePage = lazy(() =>
  import("./sources/source-page.tsx").then((module) => ({ default: module.SourcePage })),
);

export function App({ pathname }: { readonly pathname: string }) {
  return (
    <ErrorBoundary>
      <Suspense>
        <Page pathname={pathname} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** The page at an address. Pages link to each other by plain links; only the chat changes its own address. */
function Page({ pathname }: { readonly pathname: string }) {
  const source = readSourcePath(pathname);
  if (source !== null) return <SourcePage document={source} />;
  if (pathname === "/documents") return <DocumentsPage />;
  if (pathname === "/feedback") return <FeedbackPage />;
  if (pathname === "/") return <ChatPage conversation={null} />;
  const conversation = /^\/c\/([\w-]{1,64})$/.exec(pathname)?.[1];
  if (conversation !== undefined) return <ChatPage conversation={conversation} />;
  if (pathname === "/embed") return <EmbedPage />;
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
