/** Units that make two equal figures different ones, by how they are written beside a figure in folded text. */
const units: readonly (readonly [string, RegExp])[] = [
  ["%", /^(?:%|per ?cent(?!age point)|percent(?!age point))/],
  ["point", /^(?:个?百分点|percentage points?)/],
  ["money:hkd", /^(?:港元|港币|港纸|hong kong dollars?|hkd)/],
  ["money:usd", /^(?:美元|美金|us dollars?|usd)/],
  ["money:cny", /^(?:元?人民币|yuan|rmb|renminbi|cny)/],
  ["money:krw", /^(?:韩元|韩圜|韩圆|won|krw)/],
  ["money:jpy", /^(?:日元|日圆|yen|jpy)/],
  ["money:eur", /^(?:欧元|euros?|eur)/],
  ["money:gbp", /^(?:英镑|pounds? sterling|gbp)/],
  ["money:twd", /^(?:新台币|台币|nt dollars?|twd)/],
  ["money", /^(?:元|块|dollars?)/],
  ["month", /^(?:个月|months?)/],
  ["week", /^(?:周|星期|weeks?)/],
  ["day", /^(?:天|days?)/],
  ["hour", /^(?:小时|hours?)/],
  ["minute", /^(?:分钟|minutes?)/],
  ["m2", /^(?:平方米|square met(?:re|er)s?|sq ?m)/],
  ["ft2", /^(?:平方[尺呎]|square (?:feet|foot)|sq ?ft)/],
  ["km2", /^(?:平方公里|square kilomet(?:re|er)s?)/],
  ["ha", /^(?:公顷|hectares?)/],
  ["km", /^(?:公里|千米|kilomet(?:re|er)s?|km\b)/],
  ["mile", /^(?:英里|miles?)/],
  ["m", /^(?:米|公尺|met(?:re|er)s?\b)/],
  ["kg", /^(?:公斤|千克|kilograms?|kg\b)/],
  ["t", /^(?:公吨|吨|tonnes?|tons?)/],
];

/** What stands before a figure and says its currency. */
const currencies: readonly (readonly [string, RegExp])[] = [
  ["money:hkd", /(?:hk\$|hkd|港币)\s?$/],
  ["money:usd", /(?:us\$|usd)\s?$/],
  ["money:cny", /(?:rmb|cny|人民币|¥)\s?$/],
  ["money:twd", /(?:nt\$|twd)\s?$/],
  ["money:eur", /(?:€|eur)\s?$/],
  ["money:gbp", /(?:£|gbp)\s?$/],
  ["money", /\$\s?$/],
];

/** The unit of the figure between two texts, or null. */
export function unitBetween(before: string, after: string): string | null {
  const following = after.replace(/^(?:[\s-]|多|余|左右)+/, "");
  return (
    currencies.find(([, pattern]) => pattern.test(before))?.[0] ??
    units.find(([, pattern]) => pattern.test(following))?.[0] ??
    null
  );
}
