import SimplifiedToTraditional from "opencc-js/dict/STCharacters";
import TraditionalToSimplified from "opencc-js/dict/TSCharacters";

/** How many characters of a text belong to one Chinese script only; shared characters count for neither. */
export interface ScriptCounts {
  readonly traditional: number;
  readonly simplified: number;
}

/** Counts the characters that only traditional (國, 裏) or only simplified Chinese (国, 对) writes. */
export function countScripts(text: string): ScriptCounts {
  const counts = { traditional: 0, simplified: 0 };
  for (const character of text) {
    const script = SCRIPTS.get(character);
    if (script !== undefined) counts[script]++;
  }
  return counts;
}

/**
 * Characters OpenCC converts that the other script writes too, in some words or regions: 皇后 and 公里 are
 * traditional, 乾隆 and 慰藉 simplified, and Hong Kong writes 户, 税 and 恒.
 */
const SHARED = new Set(
  "斗干里丑征尸辟熏游夸采准划占凶云涌于杰仆台后岩岳几伙余佣范郁厘朴吃吁咸恒杠咨皂淀涂跖冲" +
    "秘群峰床痴唇粽灶户兑悦税温脱卧葱藴醖輼緼叁囱媪愠捝揾敓棁榅氲涚煴腽蒀蜕苧麽" +
    "乾夥瞭藉著徵醣麹甦迴",
);

const SCRIPTS = new Map<string, keyof ScriptCounts>([
  ...changedCharacters(TraditionalToSimplified).map((character) => [character, "traditional"] as const),
  ...changedCharacters(SimplifiedToTraditional).map((character) => [character, "simplified"] as const),
]);
for (const character of SHARED) SCRIPTS.delete(character);

/** Characters a conversion list replaces by another one. */
function changedCharacters(list: string): string[] {
  return list
    .split("|")
    .map((entry) => entry.split(" "))
    .filter(([from, to]) => from !== to)
    .map(([from = ""]) => from);
}
