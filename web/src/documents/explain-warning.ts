import type { en } from "../i18n/en.ts";
import type { ReadSource } from "./split-report.ts";

type Warning = Pick<ReadSource["warnings"][number], "code" | "message">;

export interface WarningWording {
  /** Null for a code that has none: the server's message (in English) is all there is. */
  readonly wording: keyof typeof en | null;
  /** What the code counts, or the row it is about. */
  readonly number: number | null;
  /** The server's message, where it says more than the wording. */
  readonly detail: string | null;
}

/** A warning's wording; its code may carry a number after a colon, as in `lossy:3`. */
export function explainWarning({ code, message }: Warning): WarningWording {
  const [name = "", digits] = code.split(":");
  const number = digits === undefined ? null : Number(digits);
  const wording = Object.hasOwn(counted, name) ? counted[name] : undefined;
  if (name === "hidden_sheet") return { wording: "warnedHiddenSheet", number: null, detail: message };
  if (wording === undefined || !Number.isSafeInteger(number))
    return { wording: null, number: null, detail: message };
  return { wording, number, detail: null };
}

const counted: Readonly<Record<string, keyof typeof en>> = {
  bad_row: "warnedBadRow",
  comments_left_out: "warnedComments",
  headers_left_out: "warnedHeaders",
  hidden_chars: "warnedHiddenCharacters",
  hidden_slides: "warnedHiddenSlides",
  hidden_text: "warnedHiddenText",
  lossy: "warnedLossy",
  notes_left_out: "warnedNotes",
  pages_damaged: "warnedPagesDamaged",
  pages_left_out: "warnedPagesLeftOut",
  pages_without_text: "warnedPagesWithoutText",
  unmapped_chars: "warnedUnmapped",
};
