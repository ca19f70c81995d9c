import type { UploadedFile } from "../api/documents.ts";
import type { SentFile } from "../http/multipart-body.ts";
import { checkContent } from "./check-content.ts";
import { readName, type UploadRefusal } from "./read-name.ts";
import { discard, type ReceivedFile, receiveFile } from "./receive-file.ts";
import { removeFile } from "./remove-file.ts";
import { storeFile } from "./store-file.ts";

/** Changes to the corpus by its readers; each names what was refused and why. */
export interface Uploads {
  /** Stores the files once all have arrived: of a form that breaks off nothing stays. */
  store(
    files: AsyncIterable<SentFile>,
    options: { readonly replace: boolean },
  ): Promise<readonly UploadedFile[]>;
  /** Null, or why the file could not be removed. The id is one that the last ingest reported. */
  remove(id: string): Promise<UploadRefusal | null>;
  /** Lets the index follow, without waiting for it. */
  follow(): void;
}

export function createUploads(corpusDir: string, follow: () => void): Uploads {
  return {
    store: async (files, options) => {
      const sent: Sent[] = [];
      try {
        for await (const file of files) sent.push(await receive(corpusDir, file));
        const results: UploadedFile[] = [];
        for (const file of sent) results.push(await settle(corpusDir, file, options));
        return results;
      } finally {
        for (const file of sent) if (file.received) await discard(file.received);
      }
    },
    remove: (id) => removeFile(corpusDir, id).catch(explainFailure),
    follow,
  };
}

type Sent = { readonly name: string } & (
  | { readonly id: string; readonly received: ReceivedFile }
  | { readonly refusal: UploadRefusal; readonly received?: never }
);

async function receive(corpusDir: string, { name, content }: SentFile): Promise<Sent> {
  const named = readName(name);
  if (!("id" in named)) return { name, refusal: named };
  const received = await receiveFile(corpusDir, content).catch(explainFailure);
  return "code" in received ? { name, refusal: received } : { name, id: named.id, received };
}

async function settle(
  corpusDir: string,
  file: Sent,
  { replace }: { readonly replace: boolean },
): Promise<UploadedFile> {
  const { name } = file;
  const refused = (refusal: UploadRefusal): UploadedFile => ({ name, status: "refused", ...refusal });
  if (!file.received) return refused(file.refusal);
  const { id, received } = file;
  const wrong = checkContent(id, received.opening);
  if (wrong) return refused(wrong);
  const stored = await storeFile(corpusDir, { id, received: received.path, replace }).catch(explainFailure);
  return "code" in stored ? refused(stored) : { name, status: "stored", id, ...stored };
}

const failures: Readonly<Record<string, string>> = {
  EACCES: "the server's account may not write to the documents folder",
  EPERM: "the server's account may not write to the documents folder",
  EROFS: "the documents folder can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  ENAMETOOLONG: "its name is too long for the documents folder",
  ENOENT: "the documents folder is not there",
};

/** What a keeper can do something about is a refusal; anything else is a surprise. */
function explainFailure(error: NodeJS.ErrnoException): UploadRefusal {
  const message = failures[error.code ?? ""];
  if (message === undefined) throw error;
  return { code: "folder_unwritable", message };
}
