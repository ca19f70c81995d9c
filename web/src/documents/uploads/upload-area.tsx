import { type DragEvent, useRef, useState } from "react";
import type { UploadState } from "../../../../server/api/documents.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { SentFiles } from "./sent-files.tsx";
import { useSentFiles } from "./use-sent-files.ts";

interface UploadAreaProps {
  readonly ingest: UploadState["ingest"];
  readonly onStored: () => void;
}

/** Where files are dropped or chosen, and what became of them. */
export function UploadArea({ ingest, onStored }: UploadAreaProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { sent, isSending, add, replace } = useSentFiles(onStored);

  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isSending && event.dataTransfer.files.length > 0) add([...event.dataTransfer.files]);
  };
  return (
    <section className="upload" aria-labelledby="upload-heading">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard. */}
      <div
        className="upload-area"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={handleDrop}
      >
        <h2 id="upload-heading">{t("uploadTitle")}</h2>
        <p>{t("uploadDetail")}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t("chooseFiles")}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            // So that the same file can be chosen again.
            currentTarget.value = "";
          }}
        />
        <button
          type="button"
          className="button"
          data-kind="main"
          aria-disabled={isSending}
          onClick={() => !isSending && input.current?.click()}
        >
          {t("chooseFiles")}
        </button>
      </div>
      <SentFiles sent={sent} onReplace={replace} />
      <p className="upload-ingest" role="status" data-failed={ingest === "failed" || undefined}>
        {ingest === "running" && t("uploadReading")}
        {ingest === "failed" && t("uploadReadingFailed")}
      </p>
    </section>
  );
}
