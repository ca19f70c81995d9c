import type { LineRange } from "../sources/line-range.ts";
import type { Translate } from "./wording.ts";

/** Where something stands, in words: `lines 12–14`, `第 12–14 行`. */
export function describeLines(t: Translate, { from, to }: LineRange): string {
  return from === to ? t("oneLine", { from }) : t("manyLines", { from, to });
}
