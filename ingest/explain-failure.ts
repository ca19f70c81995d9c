import { relative, resolve, sep } from "node:path";
import { EmbeddingError } from "./embeddings/embedder.ts";
import { LockedError } from "./lock.ts";
import { SettingsError } from "./settings.ts";

interface Folders {
  readonly corpusDir: string;
  readonly dataDir: string;
}

/** What to print of a failed ingest: one line where it can be mended from outside, the error itself otherwise. */
export function explainFailure(error: unknown, { corpusDir, dataDir }: Folders): unknown {
  if (!(error instanceof Error)) return error;
  if ([SettingsError, LockedError, EmbeddingError].some((kind) => error instanceof kind))
    return error.message;
  const { code = "", path } = error as NodeJS.ErrnoException;
  const reason = reasons[code] ?? databaseReason(error.message);
  if (reason === undefined) return error;
  if (path === undefined || isWithin(dataDir, path))
    return `The index cannot be written to '${dataDir}': ${reason}. Mend that, or set DATA_DIR to another folder.`;
  if (isWithin(corpusDir, path))
    return `The corpus folder '${corpusDir}' cannot be read: ${reason}. Mend that, or set CORPUS_DIR to another folder.`;
  return error;
}

const notAllowed = "this account is not allowed to";
const reasons: Readonly<Record<string, string>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: "it can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  SQLITE_FULL: "the disk is full",
  SQLITE_READONLY: "it can only be read",
  EEXIST: "a file has its name",
  ENOTDIR: "a file has its name, or that of a folder above it",
};

/** SQLite's code 14, which the driver gives in words alone; it does not say why. */
function databaseReason(message: string): string | undefined {
  return /unable to open (?:connection to local )?database/i.test(message)
    ? "this account cannot open files for writing in it"
    : undefined;
}

function isWithin(folder: string, path: string): boolean {
  return relative(resolve(folder), resolve(path)).split(sep)[0] !== "..";
}
