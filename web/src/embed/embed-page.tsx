import { useLayoutEffect, useState } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { useEscape } from "../page/use-escape.ts";
import { EmbedChat } from "./embed-chat.tsx";
import { EmbedHeader } from "./embed-header.tsx";
import { readEmbedOptions } from "./embed-options.ts";
import { type EmbedState, useEmbed } from "./use-embed.ts";

/** The chat inside another page. */
export function EmbedPage() {
  const [options] = useState(() => readEmbedOptions(window.location.hash));
  const embed = useEmbed(options);
  useLayoutEffect(() => {
    if (options.theme !== "auto") document.documentElement.dataset.theme = options.theme;
  }, [options]);
  if (embed.state === "open") return <EmbedChat host={embed.host} options={options} />;
  return <EmbedNotice embed={embed} canClose={options.isClosable} />;
}

function EmbedNotice({ embed, canClose }: { readonly embed: EmbedState; readonly canClose: boolean }) {
  const { t } = useTranslation();
  const host = embed.state === "refused" && canClose ? embed.host : null;
  const close = () => host?.tell("close");
  useEscape(close);
  return (
    <div className="page embed-page">
      <EmbedHeader onClose={host === null ? null : close} />
      <main className="notice">
        <h1 className="visually-hidden">{t("productName")}</h1>
        <div role={embed.state === "opening" ? "status" : "alert"}>
          {embed.state === "opening" && <p>{t("embedOpening")}</p>}
          {embed.state === "unreachable" && <p>{t("serverUnreachable")}</p>}
          {embed.state === "refused" && <p>{t("embedRefused")}</p>}
          {embed.state === "refused" && embed.detail !== null && (
            <p className="broken-detail" lang="en">
              {embed.detail}
            </p>
          )}
        </div>
      </main>
    </div>
  );
}
