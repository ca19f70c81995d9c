import type { en } from "../../i18n/en.ts";
import { explainRefusal } from "../explain-refusal.ts";

interface UploadExplanation {
  readonly reason: keyof typeof en;
  readonly action: keyof typeof en | null;
  /** Whether the server's message says more. */
  readonly hasDetail: boolean;
}

/** Why a file was not taken: as an ingest would have refused it, or for a reason that only an upload has. */
export function explainUpload(code: string): UploadExplanation {
  if (asIngested.has(code)) return explainRefusal(code);
  return Object.hasOwn(own, code) ? (own[code] ?? failed) : failed;
}

const asIngested: ReadonlySet<string> = new Set(["binary", "empty", "unsupported"]);

const failed: UploadExplanation = { reason: "uploadFailed", action: null, hasDetail: true };

const own: Readonly<Record<string, UploadExplanation>> = {
  exists: { reason: "uploadExists", action: null, hasDetail: false },
  name_invalid: { reason: "uploadName", action: "uploadNameAction", hasDetail: true },
  folder_unwritable: { reason: "uploadFolder", action: null, hasDetail: true },
  upload_too_large: { reason: "uploadLarge", action: "refusedLargeAction", hasDetail: false },
  uploads_busy: { reason: "uploadBusy", action: null, hasDetail: false },
  rate_limited: { reason: "uploadBusy", action: null, hasDetail: false },
  unreachable: { reason: "serverUnreachable", action: null, hasDetail: false },
};
