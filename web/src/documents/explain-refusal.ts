import type { en } from "../i18n/en.ts";

export interface Explanation {
  readonly reason: keyof typeof en;
  readonly action: keyof typeof en;
  /** Where the server's message (in English) says more than the reason: a figure, a line, the system's own error. */
  readonly hasDetail: boolean;
}

/** Why files were left out and what to do about it. */
export function explainRefusal(code: string): Explanation {
  return Object.hasOwn(explanations, code) ? (explanations[code] ?? other) : other;
}

const other: Explanation = { reason: "refusedOther", action: "refusedOtherAction", hasDetail: true };

const explanations: Readonly<Record<string, Explanation>> = {
  binary: { reason: "refusedBinary", action: "refusedBinaryAction", hasDetail: false },
  changed: { reason: "refusedChanged", action: "refusedChangedAction", hasDetail: false },
  corrupt: { reason: "refusedCorrupt", action: "refusedCorruptAction", hasDetail: true },
  empty: { reason: "refusedEmpty", action: "refusedEmptyAction", hasDetail: false },
  encoding_unknown: { reason: "refusedEncoding", action: "refusedEncodingAction", hasDetail: false },
  encrypted: { reason: "refusedEncrypted", action: "refusedEncryptedAction", hasDetail: false },
  line_too_long: { reason: "refusedLongLine", action: "refusedLongLineAction", hasDetail: true },
  no_text_layer: { reason: "refusedNoText", action: "refusedNoTextAction", hasDetail: false },
  not_regular: { reason: "refusedNotRegular", action: "refusedNotRegularAction", hasDetail: true },
  outside_root: { reason: "refusedOutside", action: "refusedOutsideAction", hasDetail: false },
  permission: { reason: "refusedPermission", action: "refusedPermissionAction", hasDetail: true },
  too_large: { reason: "refusedLarge", action: "refusedLargeAction", hasDetail: true },
  too_slow: { reason: "refusedSlow", action: "refusedSlowAction", hasDetail: true },
  unreadable: { reason: "refusedUnreadable", action: "refusedUnreadableAction", hasDetail: true },
  unsafe_archive: { reason: "refusedArchive", action: "refusedArchiveAction", hasDetail: true },
  unsupported: { reason: "refusedUnsupported", action: "refusedUnsupportedAction", hasDetail: true },
};
