import { lstat, rm } from "node:fs/promises";
import { join } from "node:path";
import type { UploadedFile } from "../api/types.ts";
import { checkContent } from "./check-content.ts";
import { folderOf } from "./corpus-folder.ts";
import { readName, type UploadRefusal } from "./read-name.ts";
import { storeFile } from "./store-file.ts";

/** Changes to the corpus by its readers; each names what was refused and why. */
export interface Uploads {
  store(file: File, options: { readonly replace: boolean }): Promise<UploadedFile>;
  /** Null, or why the file could not be removed. The id is one that the last ingest reported. */
  remove(id: string): Promise<UploadRefusal | null>;
  /** Lets the index follow, without waiting for it. */
  follow(): void;
}

export function createUploads(corpusDir: string, follow: () => void): Uploads {
  return {
    store: async (file, { replace }) => {
      const { name } = file;
      const refused = (refusal: UploadRefusal): UploadedFile => ({ name, status: "refused", ...refusal });
      const named = readName(name);
      if (!("id" in named)) return refused(named);
      const { id } = named;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const wrong = checkContent(id, bytes);
      if (wrong) return refused(wrong);
      const stored = await storeFile(corpusDir, { id, bytes, replace }).catch(explainFailure);
      return "code" in stored ? refused(stored) : { name, status: "stored", id, ...stored };
    },
    remove: (id) => removeFile(corpusDir, id).catch(explainFailure),
    follow,
  };
}

async function removeFile(corpusDir: string, id: string): Promise<UploadRefusal | null> {
  const folder = await folderOf(corpusDir, id, { make: false });
  const path = folder && join(folder, id.split("/").at(-1) ?? id);
  const found = path && (await lstat(path).catch(() => null));
  if (!found) return null;
  if (!found.isFile()) return { code: "not_regular", message: "is not a regular file" };
  await rm(path);
  return null;
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
