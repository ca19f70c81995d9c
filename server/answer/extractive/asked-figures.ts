import { fold } from "../../../ingest/language/fold.ts";

/** A figure, date or person that is asked for: how one asks, and what a text that gives one holds; for folded text. */
interface AskedFigure {
  readonly asks: RegExp;
  readonly gives: RegExp;
}

const sum: AskedFigure = {
  asks: /几多?钱|多少钱|价格|票价|造价|建筑费|薪酬|月薪|(?:金额|预算|总值|总额|产值|成交额|市值|资产|费用|拨款|注资|工资).{0,8}(?:多少|几多)|how much (?:money|does .{1,60} cost|did .{1,60} cost|has .{1,40} budgeted)|what (?:salary|price|budget|fee|cost|sum)|\bsalary\b|\bhow expensive\b/,
  gives:
    /[\d百千万亿]\s?[多余]?\s?(?:元|块|蚊|美元|港元|韩元|欧元|人民币)|\$\s?\d|(?:hk|us|rmb)\s?\$?\s?\d|\d[\d,.]*\s?(?:million|billion|trillion)|\bdollars?\b/,
};
const share: AskedFigure = {
  asks: /百分之几|百分比|比例|比率|占.{0,12}(?:多少|几多)|几成|税率|what (?:percentage|proportion|share|rate)|\btariff rate\b|\bpercent/,
  gives:
    /\d\s?%|百分之|\d\s?per ?cent|[一二两三四五六七八九\d]成|分之|倍|\b(?:half|third|quarter|ratio)\b|\d\s?[:：]\s?\d/,
};
const date: AskedFigure = {
  asks: /\bwhen\b|which (?:year|month|date)|what (?:year|date|month)|哪年|哪一年|几时|何时|什么时候|几月|哪个月|哪一?天|何年|边年/,
  gives:
    /(?:19|20)\d\d|\d+ ?[月年]|[一二三四五六七八九十]+月|年[底初中]|去年|今年|明年|季度?|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|quarter|year|month|within)\b/,
};
const person: AskedFigure = {
  asks: /^谁|[是由](?:谁|边个)|谁[是当做担负来出]|边个[系做当]|哪一?位|叫什么名|\bwho (?:is|was|signed|wrote|leads?|led|heads?|chairs?|founded|invented)\b|\bwhich (?:official|person)\b/,
  gives:
    /先生|女士|博士|教授|院士|主席|会长|[部局司校]长|总裁|总理|总统|书记|\b(?:mr|mrs|ms|dr|professor|sir)\b|\b[a-z]+ [a-z]+\b/,
};
const count: AskedFigure = {
  asks: /how (?:many|large|big|long|often|far|old|tall|high)|多少|几多|第几|多[大长久高]|几[间家宗个项名位人度份种类倍年次座条场届所岁]/,
  gives:
    /\d|[一二两三四五六七八九十百千万亿]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred|thousand|million|once|twice)\b/,
};

/** What a question asks for; the first that fits. */
const askedFigures = [sum, share, date, person, count];

/** The figure, date or person a question asks for, or null. */
export function readAskedFigure(question: string): AskedFigure | null {
  const folded = fold(question);
  return askedFigures.find(({ asks }) => asks.test(folded)) ?? null;
}

export function givesFigure({ gives }: AskedFigure, text: string): boolean {
  return gives.test(fold(text));
}
