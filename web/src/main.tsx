import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { readEmbedOptions } from "./embed/embed-options.ts";
import { startLanguage } from "./i18n/change-language.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/page.css";
import "./styles/banner.css";
import "./styles/sidebar.css";
import "./styles/modal.css";
import "./styles/toast.css";
import "./styles/chat.css";
import "./styles/actions.css";
import "./styles/composer.css";
import "./styles/scope.css";
import "./styles/answer.css";
import "./styles/citation.css";
import "./styles/closest.css";
import "./styles/start.css";
import "./styles/documents.css";
import "./styles/files-left-out.css";
import "./styles/document-table.css";
import "./styles/uploads.css";
import "./styles/source-lines.css";
import "./styles/sources.css";
import "./styles/feedback.css";
import "./styles/source-tools.css";
import "./styles/gloss.css";
import "./styles/why.css";
import "./styles/embed.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id 'root'.");

const { pathname, hash } = window.location;
await startLanguage((pathname === "/embed" && readEmbedOptions(hash).locale) || null);
createRoot(root).render(
  <StrictMode>
    <App pathname={pathname} />
  </StrictMode>,
);
