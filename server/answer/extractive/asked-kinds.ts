import { fold } from "../../../ingest/language/fold.ts";

/** A kind of question: how one asks it, and what a sentence that answers it holds; both for folded text. */
interface AskedKind {
  readonly name: string;
  readonly asks: RegExp;
  readonly answers: RegExp;
}

const askedKinds: readonly AskedKind[] = [
  {
    name: "number",
    asks: /how (?:many|much|large|big|long|often|far)|what (?:percentage|proportion|share|number|figure|ratio|amount|rate)|percent|多少|几多|几个|几成|几项|几家|几大|百分|比例|几间|几种|几类|几倍|占.{0,6}几|总额|总数|第几|多大|多长|多久/,
    answers:
      /\d|[一二三四五六七八九十百千万亿两]+(?:成|倍|年|个|项|家|间|名|月|分之|比)|百分|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)\b/,
  },
  {
    name: "date",
    asks: /\bwhen\b|which (?:year|month)|what year|哪年|哪一年|几时|何时|什么时候|几月|哪个月|几年|何年|边年/,
    answers: /(?:19|20)\d\d|\d+ ?月|年代|年底|去年|今年|明年|学年/,
  },
  {
    name: "reason",
    asks: /\bwhy\b|\breasons?\b|为什么|为何|点解|原因|因何|何以/,
    answers:
      /因为|由于|因此|原因|导致|令|使|以免|鉴于|既|缘于|源于|因应|\b(?:because|since|due to|owing|therefore|as a result)\b/,
  },
  {
    name: "proposal",
    asks: /propos|recommend|suggest|\bask|\bwant|\bcall|\bseek|should|urge|would|建议|提议|要求|主张|想|希望|怎样|如何|点样|应该|怎么/,
    answers: /建议|应|可考虑|希望|促请|可以|需要|推动|设立|should|recommend|propos|\bask|urge|\bcall|\bwant/,
  },
  {
    name: "list",
    asks: /which (?:two|three|four|five|six|seven|industries|sectors|kinds|groups|areas)|\bname\b|what (?:are|kinds|types)|哪些|边啲|边几|哪几|几类|几方面|几大|[边哪][二两三四五六七八]|有咩|有哪/,
    answers: /(?:、[^、。]{1,30}){2,}|(?:, [^,.]{1,40}){2,}|[:：]$/,
  },
  {
    name: "definition",
    asks: /what (?:is|exactly|does .{1,40} mean)|mean by|describe|definition|是什么|究竟|何谓|咩系|指的是|什么意思|做什么|定义/,
    answers: /是指|指的是|即|作为|是一|意指|定位|透过|为|\b(?:means|is an?|refers to|defined)\b/,
  },
];

/** The kinds of question a text asks; usually one or two, none where nothing tells. */
export function readAskedKinds(question: string): readonly AskedKind[] {
  const folded = fold(question);
  return askedKinds.filter(({ asks }) => asks.test(folded));
}

/** Share of the kinds asked that the sentence could answer, 0..1; 0 where none is asked. */
export function answersKinds(sentence: string, kinds: readonly AskedKind[]): number {
  if (kinds.length === 0) return 0;
  const folded = fold(sentence);
  return kinds.filter(({ answers }) => answers.test(folded)).length / kinds.length;
}

/** 1 where the kind of this name is asked and the sentence could answer it. */
export function answersKind(sentence: string, name: string, kinds: readonly AskedKind[]): number {
  return answersKinds(
    sentence,
    kinds.filter((kind) => kind.name === name),
  );
}
