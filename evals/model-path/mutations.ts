/** Changes that make a true sentence false, by rule; null where a sentence offers nothing to change. */
export type Mutation = (sentence: string, context: MutationContext) => string | null;

export interface MutationContext {
  readonly question: string;
  /** Text of the lines that carry the sentence as it is. */
  readonly evidence: string;
  /** Names of the whole corpus, by kind. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** One figure that the question does not give is changed in its last digit but one, or its only one. */
export const changeNumber: Mutation = (sentence, { question, evidence }) => {
  for (const { 0: figure, index } of sentence.matchAll(/\d[\d,.]*\d|\d/g)) {
    if (question.includes(figure)) continue;
    const at = figure.search(/\d\D*\d?$/);
    const changed = figure.slice(0, at) + ((Number(figure[at]) + 3) % 10 || 4) + figure.slice(at + 1);
    if (!evidence.includes(changed))
      return sentence.slice(0, index) + changed + sentence.slice(index + figure.length);
  }
  return null;
};

/** One name that the question does not give is replaced by another of its kind that the lines do not hold. */
export const swapName: Mutation = (sentence, { question, evidence, names }) => {
  for (const [kind, pattern] of nameKinds) {
    for (const { 0: name, index } of sentence.matchAll(pattern)) {
      if (question.includes(name)) continue;
      const others = (names.get(kind) ?? []).filter(
        (other) =>
          !evidence.includes(other) &&
          !sentence.includes(other) &&
          !other.includes(name) &&
          !name.includes(other),
      );
      const other = others[index % Math.max(1, others.length)];
      if (other !== undefined) return sentence.slice(0, index) + other + sentence.slice(index + name.length);
    }
  }
  return null;
};

/** Its first statement is denied. */
export const negate: Mutation = (sentence) => {
  for (const [pattern, denied] of denials) {
    if (pattern.test(sentence)) return sentence.replace(pattern, denied);
  }
  return null;
};

/** Names in texts, by kind: organisations and places by their endings, titles by their marks, Latin names as they are. */
export function collectNames(texts: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [kind, pattern] of nameKinds) {
      const names = found.get(kind) ?? new Set();
      found.set(kind, names);
      for (const [name] of text.matchAll(pattern)) names.add(name);
    }
  }
  return new Map([...found].map(([kind, names]) => [kind, [...names].sort()]));
}

const nameKinds: readonly (readonly [string, RegExp])[] = [
  [
    "place",
    /(?:東盟|东盟|越南|印尼|泰國|泰国|中東|中东|非洲|南美洲|歐洲|欧洲|美國|美国|日本|韓國|韩国|新加坡|馬來西亞|马来西亚|深圳|廣州|广州|東莞|东莞|珠海|澳門|澳门|北京|上海|河套|前海|南沙|新界)/g,
  ],
  ["title", /《[^》]{2,20}》/g],
  ["acronym", /(?<![A-Za-z])[A-Z]{3,6}(?![A-Za-z])/g],
  ["english name", /(?<=[a-z,] )(?:[A-Z][a-z]{3,} ){1,3}(?:[A-Z][a-z]{3,})/g],
];

const denials: readonly (readonly [RegExp, string])[] = [
  [/(?<![不沒没未無无])(應該|应该|應|应)(?![用對对付急變变])/, "不$1"],
  [/(?<![不沒没未])(建議|建议|支持|贊成|赞成|主張|主张|要求|歡迎|欢迎)/, "不$1"],
  [/(?<![不沒没未機机社協协商委大工])(會|会)(?=\p{Script=Han})(?![議议員员長长展計计])/u, "不$1"],
  [/(?<![不沒没未])(可以|能夠|能够)/, "不$1"],
  [/(?<![不沒没未])(佔|占|達|达|是|為|为)(?=約?约?[\d「《])/, "不$1"],
  [/(?<![沒没未])(設有|设有|提到|提出|指出)/, "沒有$1"],
  [/(?<!沒|没|未|所|只|擁|拥|還|还)有(?=\p{Script=Han}|\d)/u, "沒有"],
  [/\b(should|will|can|must|would|is|are|was|were)\b(?! not)/, "$1 not"],
  [
    /\b(it|It|CMA|FHKI|Chamber|Federation|BPA|They|they) (suggest|propose|recommend|urge|want|call|say|ask|expect|support)s?\b/,
    "$1 does not $2",
  ],
  [/\b(Proposes|Suggests|Recommends|Supports)\b/, "Does not support: $1"],
];
