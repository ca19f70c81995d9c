import type { PassageResult } from "../../../server/api/types.ts";

/** A passage's text for a few lines of preview: headings shown above it are not repeated, list marks are left out. */
export function previewPassage({ text, headings }: Pick<PassageResult, "text" | "headings">): string {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*(?:#{1,6}|[-*•])\s+/, "").trim())
    .filter((line) => line !== "" && !headings.includes(line))
    .join(" ");
}
