import type { TFunction } from "i18next";
import type { LineRange } from "../sources/line-range.ts";

/** Where something stands, in words: `lines 12–14`, `第 12–14 行`. */
export function describeLines(t: TFunction, { from, to }: LineRange): string {
  return from === to ? t("oneLine", { from }) : t("manyLines", { from, to });
}
