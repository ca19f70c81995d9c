import path from "node:path";
import { type Article, readSquad } from "./squad.ts";

/** How a claim was made: a true one, and ways of making it false. */
export const claimKinds = ["true", "swap", "off", "digit", "negated", "reversed", "all"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** A sentence said to stand on the cited lines; only the kind `true` does. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly sentence: string;
  readonly question: string;
  readonly cited: readonly string[];
}

export interface ClaimSet {
  readonly name: string;
  readonly claims: string;
  /** The same file, or the one in the other language, aligned by question id. */
  readonly evidence: string;
  /** The question with the answer put in, or the sentence that holds the answer, which must stand on other lines. */
  readonly form: "question" | "sentence";
}

/** Every second article, for choosing a measure on the one half and testing it on the other. */
export type Half = "fit" | "test";

type Qa = Article["paragraphs"][number]["qas"][number];

/**
 * Claims made by rule from questions and their answers, cited to the sentence that holds the answer. `swap` puts in
 * another answer of the paragraph of the same kind, `off` cites another sentence, `digit` changes a figure,
 * `negated` says no, `reversed` says the opposite, `all` says of all what is said of some.
 */
export async function readClaims(
  directory: string,
  { claims, evidence, form }: ClaimSet,
  half: Half | null,
): Promise<Claim[]> {
  const articles = await readSquad(path.join(directory, claims));
  const lines = await readEvidence(path.join(directory, evidence));
  const sources = form === "sentence" ? await readEvidence(path.join(directory, claims)) : null;
  return articles
    .filter((_, index) => half === null || index % 2 === (half === "fit" ? 0 : 1))
    .flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ qas }) =>
        qas.flatMap((qa) => makeClaims(qa, qas, lines.get(qa.id), sources?.get(qa.id)?.sentence)),
      ),
    );
}

interface Evidence {
  readonly sentence: string;
  readonly other: string | undefined;
}

async function readEvidence(file: string): Promise<ReadonlyMap<string, Evidence>> {
  const found = new Map<string, Evidence>();
  for (const { context, qas } of (await readSquad(file)).flatMap(({ paragraphs }) => paragraphs)) {
    const sentences = splitSentences(context);
    for (const { id, answers } of qas) {
      const offset = Array.from(context).slice(0, answers[0]?.answer_start).join("").length;
      const at = sentences.findIndex(({ end }) => offset < end);
      const holds = ({ text }: { text: string }) => answers.some((answer) => text.includes(answer.text));
      const others = sentences.filter((sentence, index) => index !== at && !holds(sentence));
      const sentence = sentences[at];
      if (sentence)
        found.set(id, { sentence: sentence.text, other: others[id.length % others.length]?.text });
    }
  }
  return found;
}

function splitSentences(context: string): { text: string; end: number }[] {
  return [...context.matchAll(/[^。！？；!?]*?(?:[。！？；!?]|\.(?=\s+\p{Lu})|$)/gu)]
    .filter(({ 0: text }) => text.trim() !== "")
    .map(({ 0: text, index }) => ({ text, end: index + text.length }));
}

function makeClaims(
  qa: Qa,
  siblings: readonly Qa[],
  evidence: Evidence | undefined,
  source: string | undefined,
): Claim[] {
  const answer = qa.answers[0]?.text ?? "";
  if (evidence === undefined) return [];
  const { question } = qa;
  const claim = (kind: ClaimKind, text: string | undefined, cited: string | undefined): Claim[] =>
    text === undefined || cited === undefined ? [] : [{ kind, sentence: text, question, cited: [cited] }];
  const state = (text: string) =>
    source === undefined ? putIn(question, text) : source.replace(answer, () => text);
  const stated = state(answer);
  const swapped = siblings
    .map((sibling) => sibling.answers[0]?.text ?? "")
    .find(
      (other) =>
        /\d/.test(other) === /\d/.test(answer) &&
        !stated.includes(other) &&
        !evidence.sentence.includes(other) &&
        !answer.includes(other),
    );
  const digit = changeDigit(answer);
  return [
    ...claim("true", stated, evidence.sentence),
    ...claim("swap", swapped === undefined ? undefined : state(swapped), evidence.sentence),
    ...claim("off", stated, evidence.other),
    ...claim("digit", digit === undefined ? undefined : state(digit), evidence.sentence),
    ...claim("negated", negate(stated), evidence.sentence),
    ...claim("reversed", change(stated, opposites), evidence.sentence),
    ...claim("all", change(stated, overstatements), evidence.sentence),
  ];
}

/** The first word that has a change is changed. */
function change(statement: string, changes: readonly (readonly [RegExp, string])[]): string | undefined {
  const [pattern, put] = changes.find(([word]) => word.test(statement)) ?? [];
  return pattern && statement.replace(pattern, put ?? "");
}

const opposites: readonly (readonly [RegExp, string])[] = [
  [/\bincreas(?=e|ing)/, "decreas"],
  [/\bdecreas(?=e|ing)/, "increas"],
  [/\brise\b/, "fall"],
  [/\brose\b/, "fell"],
  [/\bfell\b/, "rose"],
  [/\b(?:largest|biggest)\b/, "smallest"],
  [/\bhighest\b/, "lowest"],
  [/\blowest\b/, "highest"],
  [/\bhigher\b/, "lower"],
  [/\blower\b/, "higher"],
  [/\bmore than\b/, "less than"],
  [/\bless than\b/, "more than"],
  [/\bbefore\b/, "after"],
  [/\bafter\b/, "before"],
  [/\bfirst\b/, "last"],
  [/\bsupport(?=s|ed|ing|\b)/, "oppose"],
  [/\bbest\b/, "worst"],
  [/增加|增长|上升/u, "减少"],
  [/减少|下降/u, "增加"],
  [/最大/u, "最小"],
  [/最高/u, "最低"],
  [/最低/u, "最高"],
  [/更高/u, "更低"],
  [/超过|多于/u, "少于"],
  [/少于|不到/u, "超过"],
  [/之前|以前/u, "之后"],
  [/之后|以后/u, "之前"],
  [/支持/u, "反对"],
  [/最好/u, "最差"],
  [/第一/u, "最后"],
];

const overstatements: readonly (readonly [RegExp, string])[] = [
  [/\b(?:most|many|some|several|part|two|three|\w+ percent) of\b/, "all of"],
  [/\b(?:most|many|some|several)\b(?= [a-z]+s\b)/, "all"],
  [/\b(?:often|usually|sometimes|generally|typically)\b/, "always"],
  [/大多数|多数|许多|一些|部分|几个|某些/u, "所有"],
  [/经常|通常|有时|往往/u, "永远"],
];

const chineseAsking =
  /(?:在|于|於)?(?:什么时候|什麼時候|甚麼時候|哪一年|哪一个|哪一個|哪一种|哪一種|哪一|哪年|哪些|哪个|哪個|哪裡|哪里|哪位|哪种|哪種|何时|何時|何地|何种|何種|何处|何處|何人|多少|什么|什麼|甚麼|为何|為何|谁|誰|几|幾|何|哪)/u;
const englishAsking =
  /\b(?:what|who|whom|whose|which|when|where|why|how many|how much|how)\b(?:\s+(?:year|city|country|person))?/i;

/** The question as a statement, as far as rules go: the answer in the place of the asking words. */
function putIn(question: string, answer: string): string {
  const plain = question.replace(/[？?]\s*$/u, "");
  const asking = /\p{Script=Han}/u.test(plain) ? chineseAsking : englishAsking;
  return asking.test(plain) ? plain.replace(asking, () => ` ${answer} `) : `${plain} ${answer}`;
}

function changeDigit(answer: string): string | undefined {
  const changed = answer.replace(/\d(?!.*\d)/s, (digit) => String((Number(digit) + 3) % 10));
  return changed === answer ? undefined : changed;
}

function negate(statement: string): string | undefined {
  const negated = /\p{Script=Han}/u.test(statement)
    ? statement.replace(/(?<!不)(是|有|能|会|會|可以|使用|成为|成為)(?!\p{P})/u, (verb) =>
        verb === "有" ? "没有" : `不${verb}`,
      )
    : statement.replace(
        /\b(?:is|was|are|were|did|does|has|had|can|could|will|would)\b/i,
        (verb) => `${verb} not`,
      );
  return negated === statement ? undefined : negated;
}
