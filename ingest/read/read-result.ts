import type { Line } from "../document.ts";

/** What reading one file comes to; a warning names what a reader should know about a file that was read. */
export type ReadResult =
  | {
      readonly status: "read";
      readonly lines: readonly Line[];
      readonly warnings?: readonly ReadWarning[];
    }
  | Refused;

export interface Refused {
  readonly status: "refused";
  readonly code: RefusalCode;
  readonly message: string;
}

/** `code` may carry a count after a colon, as in `lossy:3`; `line` is the first line it is about. */
export interface ReadWarning {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}

export type RefusalCode =
  | "binary"
  | "changed"
  | "corrupt"
  | "empty"
  | "encoding_unknown"
  | "encrypted"
  | "line_too_long"
  | "no_text_layer"
  | "not_regular"
  | "outside_root"
  | "permission"
  | "too_large"
  | "too_slow"
  | "unreadable"
  | "unsafe_archive"
  | "unsupported";

export function refuse(code: RefusalCode, message: string): Refused {
  return { status: "refused", code, message };
}

/** Thrown deep inside a parser where a file turns out to be one that is refused; caught where the parser is called. */
export class RefusedFile extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = "RefusedFile";
    this.code = code;
  }
}
