import { useTranslation } from "../../i18n/use-translation.ts";
import { VisibleText } from "../../page/visible-text.tsx";
import { explainUpload } from "./explain-upload.ts";
import type { SentFile } from "./use-sent-files.ts";

interface SentFilesProps {
  readonly sent: readonly SentFile[];
  readonly onReplace: (file: SentFile) => void;
}

/** One line for each file that was sent. */
export function SentFiles({ sent, onReplace }: SentFilesProps) {
  const { t } = useTranslation();
  if (sent.length === 0) return null;
  return (
    <ul className="sent-files" aria-label={t("sentFiles")} aria-live="polite">
      {sent.map((entry) => (
        <li key={entry.key} data-status={entry.outcome === "waiting" ? "waiting" : entry.outcome.status}>
          <strong>
            <VisibleText text={entry.file.name} />
          </strong>{" "}
          <span>
            <Outcome entry={entry} onReplace={() => onReplace(entry)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ entry, onReplace }: { readonly entry: SentFile; readonly onReplace: () => void }) {
  const { t } = useTranslation();
  const { outcome, file } = entry;
  if (outcome === "waiting") return t("uploadSending");
  if (outcome.status === "stored") return t(outcome.replaced ? "uploadReplaced" : "uploadStored");
  const { reason, action, hasDetail } = explainUpload(outcome.code);
  return (
    <>
      {t(reason)} {action !== null && t(action)}{" "}
      {hasDetail && outcome.message !== "" && (
        <VisibleText text={t("uploadServerSays", { message: outcome.message })} />
      )}
      {outcome.code === "exists" && (
        <button
          type="button"
          className="button"
          aria-label={t("uploadReplaceNamed", { name: file.name })}
          onClick={onReplace}
        >
          {t("uploadReplace")}
        </button>
      )}
    </>
  );
}
