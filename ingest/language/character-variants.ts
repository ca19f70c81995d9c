import HongKongForms from "opencc-js/dict/HKVariants";
import HongKongFormsReversed from "opencc-js/dict/HKVariantsRev";
import SimplifiedToTraditional from "opencc-js/dict/STCharacters";
import TraditionalToSimplified from "opencc-js/dict/TSCharacters";
import TaiwanForms from "opencc-js/dict/TWVariants";
import TaiwanFormsReversed from "opencc-js/dict/TWVariantsRev";

/**
 * For every BMP character that has script or regional variants, the one form all of them share, a simplified
 * one wherever there is one: 裏 and 裡 give 里, 臺 gives 台, 著 gives 着.
 *
 * Variants are taken from OpenCC's character lists (both directions, Hong Kong, Taiwan) and closed under
 * transitivity; pairs with a character outside the BMP are left out.
 */
export function characterVariants(): ReadonlyMap<string, string> {
  const families = new Families();
  for (const [from, to] of variantPairs()) families.join(from, to);
  const popularity = countTargets([...pairsOf(TraditionalToSimplified), ...morePairs()]);
  const canonical = new Map<string, string>();
  for (const family of families.all()) {
    const shared = family.reduce((best, other) => (isBetter(other, best, popularity) ? other : best));
    for (const character of family) canonical.set(character, shared);
  }
  return canonical;
}

/**
 * Pairs OpenCC's character lists do not join, the rarer form first: old print forms common in Hong Kong and
 * Japanese typesetting, and characters that phrases exchange between regions (計畫 and 计划, 憑藉 and 凭借,
 * 部份 and 部分, 帳户 and 账户, 想像 and 想象).
 */
const MORE_PAIRS =
  "吿告 戸户 靑青 淸清 敎教 眞真 郞郎 値值 歩步 毎每 黒黑 歴历 煑煮 攷考 畧略 滙汇 彚汇 舘馆 囘回 曁暨 査查 " +
  "姉姊 隷隶 緖绪 頴颖 稅税 悅悦 銳锐 閱阅 脫脱 說说 鉄铁 徳德 晩晚 槪概 旣既 卽即 鄕乡 愼慎 鎭镇 塡填 顚颠 産产 " +
  "強强 収收 戱戏 裵裴 鷄鸡 犂犁 恒恆 冩写 佈布 啓启 啟启 滾滚 呌叫 勅敕 廐厩 薫薰 巻卷 圏圈 渉涉 頻频 賓宾 瀬濑 逹达 濶阔 " +
  "画划 藉借 瞭了 甦苏 覆复 哩里 像象 揹背 份分 帐账 牠它 妳你";

function* variantPairs(): Generator<readonly [string, string]> {
  const lists = [
    SimplifiedToTraditional,
    TraditionalToSimplified,
    HongKongForms,
    HongKongFormsReversed,
    TaiwanForms,
    TaiwanFormsReversed,
  ];
  for (const list of lists) yield* pairsOf(list);
  yield* morePairs();
}

function morePairs(): (readonly [string, string])[] {
  return MORE_PAIRS.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)] as const);
}

function* pairsOf(list: string): Generator<readonly [string, string]> {
  for (const entry of list.split("|")) {
    const [from = "", to = ""] = entry.split(" ");
    if (from.length === 1 && to.length === 1) yield [from, to];
  }
}

function countTargets(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, to] of pairs) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

/** The form most traditional characters simplify to; code point order settles ties. */
function isBetter(candidate: string, best: string, popularity: ReadonlyMap<string, number>): boolean {
  const difference = (popularity.get(candidate) ?? 0) - (popularity.get(best) ?? 0);
  return difference === 0 ? candidate < best : difference > 0;
}

/** Disjoint sets of characters. */
class Families {
  private readonly familyOf = new Map<string, string[]>();

  join(one: string, other: string): void {
    const kept = this.familyOf.get(one) ?? [one];
    const merged = this.familyOf.get(other) ?? [other];
    if (kept !== merged) kept.push(...merged);
    for (const character of kept) this.familyOf.set(character, kept);
  }

  all(): ReadonlySet<readonly string[]> {
    return new Set(this.familyOf.values());
  }
}
