import { fold } from "../../../ingest/language/fold.ts";

/** A figure, date, person or contact that is asked for: how one asks, and what a text that gives one holds. */
export interface AskedFigure {
  readonly kind: string;
  readonly asks: RegExp;
  readonly gives: RegExp;
}

/** For folded text; what a question asks for is the first that fits. */
const askedFigures: readonly AskedFigure[] = [
  {
    kind: "contact",
    asks: /(?:电话|热线|电邮|邮箱|邮件|传真|网址|地址|(?:联络|联系)(?:方式|方法|资料|人)).{0,6}(?:几多|多少|几号|什么|乜|咩|[边哪系是]|[?？]|$)|(?:什么|几多|[边哪]个|边度|哪里).{0,4}(?:电话|热线|电邮|邮箱|传真|网址|地址)|点样(?:联络|搵到)|(?:怎么|怎样|如何)(?:联络|联系)|\b(?:(?:tele)?phone|hotline|fax|contact) (?:number|details|person)|\b(?:e-?mail|street|postal|web|office) address|\bwhat (?:is|are) .{1,40}\b(?:phone|hotline|e-?mail|fax|website|url|(?<!policy )address)(?: (?:of|for) .{1,60})?[?.\s]*$|\bget in touch\b|\bhow (?:do|can|could|should) (?:i|we|you|one|members) (?:contact|reach)\b/,
    gives:
      /\d{4}[ -]?\d{4}|\b\d{3}[ -]\d{4}\b|\+\d{2,}|[\w.-]+@[\w.-]+|https?:|\bwww\.|\d+ ?(?:号|楼|室|\/f\b)|[一二三四五六七八九十]+楼|[\p{L}] (?:road|street|avenue|building|tower)\b/gu,
  },
  {
    kind: "area",
    asks: /(?:面积|占地).{0,10}(?:多少|几多|多大|几大)|(?:多少|几多)(?:公顷|平方|[尺呎亩])|floor area|how many (?:hectares|acres|square)|how much .{0,20}(?:area|space)\b/,
    gives: /\d[\d,.]*\s?(?:多|余)?[百千万亿]?\s?(?:公顷|平方|呎|尺|亩|hectares?|acres?|square|sq)/g,
  },
  {
    kind: "sum",
    asks: /几多?钱|多少钱|几多亿|多少亿|价钱|价格|票价|造价|股价|建筑费|薪酬|月薪|(?:多少|几多)(?:租金|资金|经费|利润|工资|港元)|(?:金额|预算|总值|总额|产值|成交额|市值|资产|费用|拨款|注资|工资|资金|投资|(?<!中等)收入|利润|营业额|成本|租金).{0,8}(?:多少|几多|多大|几大)|how many (?:[mb]illion )?(?:dollars|yuan)|how much (?:money|funding|rent|tax|does .{1,60} (?:cost|pay)|did .{1,60} (?:cost|come to|pay)|has .{1,40} budgeted)|what (?:is |was |were |are )?(?:the )?(?:[a-z]+ ){0,2}(?:salary|price|budget|fee|cost|sum|investment|turnover|revenue|rent|grant|subsidy)\b|\b(?:salary|rent)\b|\bhow expensive\b|\bshare price\b/,
    gives:
      /[\d百千万亿]\s?[多余]?\s?(?:元|块|蚊|美元|港元|韩元|欧元|人民币)|[$€£¥]\s?\d|(?:hk|us|rmb)\s?\$?\s?\d|\d[\d,.]*\s?(?:million|billion|trillion)|\bdollars?\b/g,
  },
  {
    kind: "share",
    asks: /百分之几|百分比|百分率|比例|比率|占.{0,12}(?:多少|几多)|几成|(?:税|增长|失业|通胀|使用|普及|回报|利)率|(?:what|which) (?:\S+ ){0,3}(?:percentages?|proportion|share|rate|ratio)\b|\bpercent|how much (?:did|has|have) .{1,80}(?:grow|grown|rise|risen|fall|fallen|increase|increased|drop|dropped)\b/,
    gives:
      /\d\s?%|百分之|\d\s?per ?cent|[一二两三四五六七八九]成|分之|[\d一二两三四五六七八九十]倍|\b(?:half|third|quarter)\b|\d\s?[:：比]\s?\d|[一二三四五六七八九]比?[一二三四五六七八九]比|\d[\d,.]*\s?项/g,
  },
  {
    kind: "date",
    asks: /^when\b|\b(?:by|since) when\b|\bwhen (?:did|do|does|will|was|were|is|are|can|must|should|has|have)\b|which (?:year|month|date)|what (?:year|date|month)|哪年|哪一年|几时|何时|什么时候|几月|哪个月|哪一?天|何年|边一?年/,
    gives:
      /(?:19|20)\d\d|\d+ ?[月年]|[一二三四五六七八九十]+月|年[底初中末]|去年|今年|明年|世纪|年代|季度?|\d ?[ap]\.?m\b|\d:\d\d|\d may\b|\b(?:january|february|march|april|may (?=\d)|june|july|august|september|october|november|december|quarter|century|year|month|within)\b/g,
  },
  {
    kind: "people",
    asks: /(?:多少|几多|几)(?:[名位]|个?(?:人(?!民币)|[员职雇会]员|员工|学生|居民|外劳))|how many (?:\S+ ){0,2}(?:people|employees|staff|workers|students|residents|members|visitors)\b/,
    gives:
      /(?:\d|[一二两三四五六七八九十百千万亿多余])\s?[个名位]?\s?(?:人|员工|职员|学生|居民|外劳|雇员|会员|职位)|(?:\d|[一二两三四五六七八九十百千万])\s?[名位]|\b(?:\d[\d,.]*|million|hundred|thousand|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:\S+\s){0,3}(?:people|employees|staff|workers|students|residents|members|visitors)\b/g,
  },
  {
    kind: "cases",
    asks: /(?:多少|几多|几)[宗瓶枝支届次吨度班]|how many (?:\S+ ){0,1}(?:cases|bottles|times|tonnes|trips|flights)\b/,
    gives:
      /(?:\d|[一二两三四五六七八九十百千万亿多余])\s?[宗件瓶枝支届次吨度班]|\d[\d,.]*\s(?:\S+\s){0,2}(?:cases|bottles|times|tonnes|trips|flights)\b/g,
  },
  {
    kind: "official",
    asks: /(?:主席|会长|[处局司署部校院馆]长|总裁|总监|作者|发言人|主任|专员|负责人)[^，。？]{0,3}(?:谁|边个|[边哪]一?位|叫什么)|(?:谁|边个|[边哪]一?位)[^，。？]{0,3}[系是做当]?[^，。？]{0,8}(?:主席|会长|[处局司署部校院馆]长|总裁|总监|发言人|主任|专员)|\bwho (?:currently )?(?:chairs|heads)\b|\bwho (?:is|was) (?:the )?(?:\S+ ){0,5}(?:chair\w*|head|director|president|commissioner|minister|ceo)\b/,
    gives:
      /先生|女士|博士|教授|院士|[司局署]长|(?:主席|会长|总理|主任|长官|总统|书记|[处部]长)[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛龚邵万钱严武戴莫孔汤]\p{Script=Han}{1,2}|\b(?:mr|mrs|ms|dr|professor|sir)\b/gu,
  },
  {
    kind: "person",
    asks: /^谁|[是由系](?:谁|边个)|谁[是当做担负来]|边个[系做当]|[哪边]一?位|叫什么名|\bwho (?:is|was|are|were|signed|wrote|leads?|led|heads?|chairs?|founded|invented)\b|\bwhich (?:official|person)\b/,
    gives:
      /先生|女士|博士|教授|院士|主席|会长|[部局司校署处]长|总裁|总理|总统|书记|[政商企][府会业]|[局署会处司部]|\b(?:mr|mrs|ms|dr|professor|sir|secretary|president|chair\w*|minister|government|bureau|department|council|committee|office)\b|\b[a-z]+ [a-z]+\b/g,
  },
  {
    kind: "time",
    asks: /多久|几耐|多长时间|(?:多少|几)[年天日]|几个(?:月|钟|小时)|how (?:long|old|often)|how many (?:years|months|weeks|days|hours)/,
    gives:
      /[\d一二两三四五六七八九十百半]\s?(?:多|余)?个?(?:年|月|日|天|星期|小时|钟)|每[年月日天周]|\b(?:years?|months?|weeks?|days?|hours?|annual|daily|weekly|monthly)\b/g,
  },
  {
    kind: "count",
    asks: /how many|(?:几多|多少|几)[间家个项名位份种类座条场所件]/,
    gives:
      /(?<![$€£¥\d.,])\d[\d,.]*(?![\d,.]|\s?(?:%|[多余]?[百千万亿]*\s?(?:元|美元|港元)|[年月日]))|[一二两三四五六七八九十百千万亿]+(?![一二两三四五六七八九十百千万亿]|元|[年月日]|成)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred|thousand|million|once|twice)\b/g,
  },
  {
    kind: "number",
    asks: /how (?:much|large|big|far|tall|high)|多少|几多|第几|多[大长高]|几[人度倍次届岁]/,
    gives:
      /\d|[一二两三四五六七八九十百千万亿]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|once|twice|hundreds?|thousands?|[mb]illions?)\b/g,
  },
];

/** The figure, date, person or contact a question asks for, or null. */
export function readAskedFigure(question: string): AskedFigure | null {
  const folded = fold(question);
  return askedFigures.find(({ asks }) => asks.test(folded)) ?? null;
}

/** Whether the text gives one that the question does not say itself: of 'how many in 2025' the year is no answer. */
export function givesFigure({ gives }: AskedFigure, text: string, question = ""): boolean {
  const asked = fold(question);
  return text.split(clauseEnd).some((clause) => {
    const folded = fold(clause);
    const given = [...folded.matchAll(gives)].map(([found]) => found);
    return given.length > 0 && (folded.match(numeral) ?? given).some((found) => !asked.includes(found));
  });
}

const clauseEnd = /(?<=[，。；！？;!?、|\n])|(?<=[.,] )/;
const numeral = /\d[\d,.]*|[一二两三四五六七八九十百千万亿]+/g;
