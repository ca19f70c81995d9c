import { useState } from "react";
import type { UploadedFile } from "../../../../server/api/documents.ts";
import { uploadFile } from "../../api/change-documents.ts";
import { ProblemError } from "../../api/problem.ts";

export interface SentFile {
  readonly key: number;
  readonly file: File;
  /** `code` is the server's word for why a file was not taken. */
  readonly outcome: "waiting" | Outcome;
}

type Outcome =
  | { readonly status: "stored"; readonly replaced: boolean }
  | { readonly status: "refused"; readonly code: string; readonly message: string };

let nextKey = 0;

/** Files on their way to the server, one after another, and what became of them. */
export function useSentFiles(onStored: () => void) {
  const [sent, setSent] = useState<readonly SentFile[]>([]);
  const isSending = sent.some(({ outcome }) => outcome === "waiting");

  const transmit = async (entries: readonly SentFile[], replace: boolean) => {
    for (const { key, file } of entries) {
      const outcome = await send(file, replace);
      setSent((latest) => latest.map((entry) => (entry.key === key ? { ...entry, outcome } : entry)));
      if (outcome.status === "stored") onStored();
    }
  };
  const add = (files: readonly File[]) => {
    const entries = files.map((file): SentFile => ({ key: nextKey++, file, outcome: "waiting" }));
    setSent(entries);
    void transmit(entries, false);
  };
  const replace = (entry: SentFile) => {
    setSent((latest) =>
      latest.map((other) => (other.key === entry.key ? { ...other, outcome: "waiting" } : other)),
    );
    void transmit([entry], true);
  };
  return { sent, isSending, add, replace };
}

async function send(file: File, replace: boolean): Promise<Outcome> {
  try {
    return describe(await uploadFile(file, { replace }));
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : null;
    return { status: "refused", code: problem?.code ?? "failed", message: problem?.title ?? "" };
  }
}

function describe(file: UploadedFile | null): Outcome {
  return file ?? { status: "refused", code: "failed", message: "" };
}
