import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const chinese =
  "香港政府工業貿易金融創新科技人才培訓土地房屋運輸物流教育醫療環保能源市場企業投資基金計劃措施建議研究發展合作平台標準認證資助申請審批簡化擴大加強推動支援建立完善檢討";
const english =
  "policy trade finance innovation talent training land housing transport logistics education health energy market company investment fund scheme measure proposal research development standard grant review support growth export digital".split(
    " ",
  );

/** Writes `count` documents of about 800 characters, three Chinese ones for one English; the same for the same seed. */
export function writeGeneratedDocuments(folder: string, count: number, seed = 1): void {
  const random = createRandom(seed);
  for (let number = 0; number < count; number++) {
    const path = join(folder, String(number % 100));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `${number}.txt`), generateDocument(random, number % 4 === 3));
  }
}

export function generateDocument(random: () => number, isEnglish: boolean): string {
  const pick = <Item>(items: ArrayLike<Item>): Item => items[Math.floor(random() * items.length)] as Item;
  const clause = (length: number) =>
    isEnglish
      ? Array.from({ length: Math.ceil(length / 2) }, () => pick(english)).join(" ")
      : Array.from({ length }, () => pick(chinese)).join("");
  const sentence = () =>
    isEnglish
      ? `${clause(24)} ${Math.floor(random() * 999)}. `
      : `${clause(14)}，${clause(16)}${Math.floor(random() * 999)}。`;
  const paragraph = () => Array.from({ length: 5 }, sentence).join("").trim();
  const heading = isEnglish ? `${clause(8)}` : clause(8);
  return [heading, "", ...Array.from({ length: 5 }, () => [paragraph(), ""]).flat()].join("\n");
}

/** Mulberry32 (Tommy Ettinger, public domain): numbers in 0..1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
