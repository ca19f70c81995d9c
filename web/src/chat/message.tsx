import type { ReactNode } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { Mark, PersonIcon } from "../page/icons.tsx";

interface MessageProps {
  readonly author: "reader" | "product";
  readonly time: Date;
  readonly isEdited?: boolean;
  /** Follows a message of the same author closely, so that the name need not be said again. */
  readonly isCompact?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One message with who sent it and when, and what can be done with it. */
export function Message({
  author,
  time,
  isEdited = false,
  isCompact = false,
  actions,
  children,
}: MessageProps) {
  const { t, i18n } = useTranslation();
  const name = author === "reader" ? t("you") : t("productName");
  const clock = time.toLocaleTimeString(i18n.language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const shownTime = (
    <time className="message-time" dateTime={time.toISOString()} title={time.toLocaleString(i18n.language)}>
      {clock}
    </time>
  );
  return (
    <article
      className="message"
      data-author={author}
      data-compact={isCompact}
      aria-label={`${name} ${clock}`}
    >
      <div className="message-side" aria-hidden="true">
        {isCompact ? (
          shownTime
        ) : (
          <div className="avatar">{author === "reader" ? <PersonIcon /> : <Mark />}</div>
        )}
      </div>
      <div className="message-body">
        {!isCompact && (
          <p className="message-head">
            <span className="message-author">{name}</span>
            {shownTime}
            {isEdited && <span className="message-time">{t("edited")}</span>}
          </p>
        )}
        {children}
      </div>
      {actions}
    </article>
  );
}
