import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { measureSupport } from "./support-score.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
  readonly dictionary: Dictionary;
}

/**
 * Whether sentence and evidence disagree about a no: what follows a no in the one stands in the other, and nowhere
 * after a no; or a part of the sentence says no and the part of the evidence that says most of the same does not.
 */
export function negationConflicts({ sentence, evidence, dictionary }: Compared): boolean {
  const said = readNegations(sentence);
  const held = readNegations(evidence);
  if (isDenied(said, held) || isDenied(held, said)) return true;
  return readParts(sentence)
    .filter(saysNo)
    .some((part) => isDeniedAlone(part, evidence, dictionary));
}

interface Negations {
  readonly text: string;
  /** What the noes are said of: the two characters or the word after each. */
  readonly denied: readonly string[];
}

function isDenied(one: Negations, other: Negations): boolean {
  return one.denied.some((what) => other.text.includes(what) && !other.denied.includes(what));
}

/** Parts that share less than this say different things, and one may say no where the other is silent. */
const leastShared = 0.4;

function isDeniedAlone(part: string, evidence: string, dictionary: Dictionary): boolean {
  if (!mayDeny.test(withoutOtherWords(evidence))) return true;
  const parts = readParts(evidence)
    .map((text) => ({
      text,
      shared: measureSupport({ sentence: part, evidence: text, question: "", dictionary }),
    }))
    .sort((one, other) => other.shared - one.shared);
  const [nearest] = parts;
  return (
    nearest !== undefined && nearest.shared >= leastShared && !mayDeny.test(withoutOtherWords(nearest.text))
  );
}

function readParts(text: string): string[] {
  return text
    .replace(/\s*\n\s*/g, " ")
    .split(/[，。；：！？]|[,;:!?.](?=\s|$)/)
    .filter((part) => /\p{L}/u.test(part));
}

function saysNo(part: string): boolean {
  return no.test(withoutOtherWords(part));
}

const no = /[不没未无非冇唔毋勿]|\b(?:not|no|never|without|cannot|nor|neither|hardly)\b|n't\b/u;

/** Whatever may say no in other words, widely taken. */
const mayDeny =
  /[不没未无非否冇唔毋勿莫缺欠难停禁拒免失少仅只除]|反对|取消|以外|\b(?:not|no|nor|never|none|neither|without|cannot|hardly|only|few|little|less|except|instead|rather|against|outside|(?:lack|fail|refus|reject|den|prevent|avoid|stop|ban|prohibit|oppos|abs|remov|abolish)\w*|(?:un|in|im|dis|non)\w{3,})\b|n't\b/u;

const negated =
  /(?:没有|並无|并无|不会|不能|不可|不应|不再|不得|毋须|无须|无需|不必|未有|未能|未曾|从未|不是|并非|不|没|未|无|非|冇|唔|毋|勿)(?:被|给|将|是|有|能|会|再|予|把|在)?(\p{Script=Han}{2})/gu;
const negatedWord =
  /\b(?:not|no|never|without|cannot|nor|neither|hardly|n't|(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|must)n't|won't)\s+(?:(?:be|been|being|to|a|an|the|any|have|has|yet|been)\s+)*([a-z]{3,})/gu;

/** Words in which the character of a no says something else. */
const otherWords =
  /不同|不断|不少|不仅|不但|不只|不单|不过|不论|不管|无论|无线|无人|无形|无疑|无限|未来|非常|非洲|非本地|不错|不久|不时|并不|不得不|不可或缺|不可缺|非牟利|not only|no longer|not just/gu;

function withoutOtherWords(raw: string): string {
  return fold(raw).replace(otherWords, (word) => "＿".repeat(word.length));
}

function readNegations(raw: string): Negations {
  const text = withoutOtherWords(raw).replace(/[ \t]+/g, " ");
  const chinese = [...text.replace(/\s+/g, "").matchAll(negated)].map(([, what = ""]) => what);
  const english = [...text.matchAll(negatedWord)].map(([, what = ""]) => what.slice(0, 5));
  return { text: text.replace(/\n/g, ""), denied: [...chinese, ...english] };
}
