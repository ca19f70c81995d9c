import { ConverterBuilder } from "opencc-js/core";
import * as toTraditional from "opencc-js/preset/cn2t";
import * as toSimplified from "opencc-js/preset/t2cn";
import { countScripts } from "../../ingest/language/scripts.ts";
import type { ChineseScript } from "../api/types.ts";

/** A text's characters in a script; Hong Kong's where it is traditional: 裏, 為, 着. */
export function convertScript(text: string, script: ChineseScript): string {
  return converters[script](text);
}

export function isInOtherScript(text: string, script: ChineseScript): boolean {
  const { traditional, simplified } = countScripts(text);
  return script === "zh-Hant" ? simplified > traditional : traditional > simplified;
}

const converters = {
  "zh-Hant": ConverterBuilder(toTraditional)({ from: "cn", to: "hk" }),
  "zh-Hans": ConverterBuilder(toSimplified)({ from: "hk", to: "cn" }),
};
