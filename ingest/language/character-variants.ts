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
  for (const list of variantLists) forEachPair(list, (from, to) => families.join(from, to));
  const popularity = new Uint16Array(unitCount);
  const countTarget = (_: number, to: number) => {
    popularity[to] = (popularity[to] ?? 0) + 1;
  };
  for (const list of [TraditionalToSimplified, morePairs]) forEachPair(list, countTarget);

  /** By the family's root; no character is 0. */
  const shared = new Uint16Array(unitCount);
  for (const unit of families.members) {
    const root = families.rootOf(unit);
    const best = shared[root] ?? 0;
    if (best === 0 || isBetter(unit, best, popularity)) shared[root] = unit;
  }
  const toText = (unit: number) => String.fromCharCode(unit);
  return new Map(
    [...families.members].map((unit) => [toText(unit), toText(shared[families.rootOf(unit)] ?? unit)]),
  );
}

const unitCount = 0x10000;

/**
 * Pairs OpenCC's character lists do not join, the rarer form first: old print forms common in Hong Kong and
 * Japanese typesetting, and characters that phrases exchange between regions (計畫 and 计划, 憑藉 and 凭借,
 * 部份 and 部分, 帳户 and 账户, 想像 and 想象).
 */
const morePairs = (
  "吿告 戸户 靑青 淸清 敎教 眞真 郞郎 値值 歩步 毎每 黒黑 歴历 煑煮 攷考 畧略 滙汇 彚汇 舘馆 囘回 曁暨 査查 " +
  "姉姊 隷隶 緖绪 頴颖 稅税 悅悦 銳锐 閱阅 脫脱 說说 鉄铁 徳德 晩晚 槪概 旣既 卽即 鄕乡 愼慎 鎭镇 塡填 顚颠 産产 " +
  "強强 収收 戱戏 裵裴 鷄鸡 犂犁 恒恆 冩写 佈布 啓启 啟启 滾滚 呌叫 勅敕 廐厩 薫薰 巻卷 圏圈 渉涉 頻频 賓宾 瀬濑 逹达 濶阔 " +
  "画划 藉借 瞭了 甦苏 覆复 哩里 像象 揹背 份分 帐账 牠它 妳你"
).replace(/(.)(.) ?/g, "$1 $2|");

const variantLists = [
  SimplifiedToTraditional,
  TraditionalToSimplified,
  HongKongForms,
  HongKongFormsReversed,
  TaiwanForms,
  TaiwanFormsReversed,
  morePairs,
];

/**
 * The pairs of BMP characters, as UTF-16 units, in a list `from to other|from to|…`. Every process folds text, so
 * the lists are gone through without cutting them into pieces: a fifth of the time.
 */
function forEachPair(list: string, use: (from: number, to: number) => void): void {
  for (let at = 0; at < list.length; ) {
    const next = list.indexOf("|", at);
    const end = next < 0 ? list.length : next;
    const isPair = list[at + 1] === " " && (end === at + 3 || list[at + 3] === " ");
    if (isPair) use(list.charCodeAt(at), list.charCodeAt(at + 2));
    at = end + 1;
  }
}

/** The form most traditional characters simplify to; code point order settles ties. */
function isBetter(candidate: number, best: number, popularity: Uint16Array): boolean {
  const difference = (popularity[candidate] ?? 0) - (popularity[best] ?? 0);
  return difference === 0 ? candidate < best : difference > 0;
}

/** Disjoint sets of characters, each known by one of them, its root. */
class Families {
  readonly members = new Set<number>();
  /** 0 where a character is a root. */
  readonly #parents = new Uint16Array(unitCount);

  join(one: number, other: number): void {
    this.members.add(one).add(other);
    this.#parents[this.rootOf(one)] = this.rootOf(other);
  }

  rootOf(unit: number): number {
    let root = unit;
    for (let parent = this.#parentOf(root); parent !== root; parent = this.#parentOf(root)) root = parent;
    return root;
  }

  #parentOf(unit: number): number {
    return this.#parents[unit] || unit;
  }
}
