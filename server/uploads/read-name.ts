import { isLeftOut, isReadable, unsupported } from "../../ingest/corpus.ts";

/** Why a file is not taken. */
export interface UploadRefusal {
  readonly code: string;
  readonly message: string;
}

const longestName = 200;
const deepest = 8;
/** Characters that some system's file names cannot hold, so that a corpus can be moved to another machine. */
const forbidden = /[\\:*?"<>|\p{Cc}\p{Cs}]/u;

/** The id that a file of this name gets, or why it can have none: a path below the corpus folder and nothing else. */
export function readName(name: string): { readonly id: string } | UploadRefusal {
  // One name for one text: some systems send its accents as characters of their own.
  const id = name.normalize("NFC");
  const parts = id.split("/");
  const invalid = (message: string) => ({ code: "name_invalid", message });
  if (forbidden.test(id))
    return invalid(
      'has a character that file names cannot have everywhere (\\ : * ? " < > | or an invisible one)',
    );
  if (parts.some((part) => part === ""))
    return invalid("has an empty name, or a slash at its beginning or end");
  if (parts.some((part) => /^\s|[\s.]$/u.test(part)))
    return invalid("has a blank or a full stop at an end of its name");
  if (parts.some((part) => Buffer.byteLength(part) > longestName) || parts.length > deepest)
    return invalid(`has a name of more than ${longestName} bytes, or more than ${deepest} folders`);
  if (parts.some(isLeftOut))
    return { code: "unsupported", message: "has a name that is not part of a corpus" };
  if (!isReadable(id)) return { code: "unsupported", message: unsupported };
  return { id };
}
