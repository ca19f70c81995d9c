import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Mark, PersonIcon } from "../page/icons.tsx";

interface MessageProps {
  readonly author: "reader" | "product";
  readonly time: Date;
  readonly children: ReactNode;
}

/** One message with who sent it and when. */
export function Message({ author, time, children }: MessageProps) {
  const { t, i18n } = useTranslation();
  const name = author === "reader" ? t("you") : t("productName");
  const clock = time.toLocaleTimeString(i18n.language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (
    <article className="message" data-author={author} aria-label={`${name} ${clock}`}>
      <div className="avatar" aria-hidden="true">
        {author === "reader" ? <PersonIcon /> : <Mark />}
      </div>
      <div className="message-body">
        <p className="message-head">
          <span className="message-author">{name}</span>
          <time className="message-time" dateTime={time.toISOString()}>
            {clock}
          </time>
        </p>
        {children}
      </div>
    </article>
  );
}
