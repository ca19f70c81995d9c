import { fold } from "../../ingest/language/fold.ts";
import { blankStopPhrases, isEnglishStopWord, isStopCharacter } from "../../ingest/language/stop-words.ts";

/**
 * How far a question leans on the turns before it: not at all, perhaps (it names little of its own), or plainly (it
 * points back, breaks off, or names nothing). Decided by its wording alone.
 */
export type Leaning = "none" | "weak" | "strong";

export function measureLeaning(question: string): Leaning {
  const text = fold(question);
  const own = readOwnWords(text, question);
  if (own.words === 0 && own.characters === 0) return "strong";
  if (breaksOff(text, own) || pointsBack(text, question)) return "strong";
  return isGeneral(text, question, own) ? "weak" : "none";
}

/** What a question names itself: English words and Chinese characters that say something about its subject. */
interface OwnWords {
  readonly words: number;
  readonly characters: number;
}

function readOwnWords(folded: string, original: string): OwnWords {
  const words = original.match(/[\p{Script=Latin}][\p{Script=Latin}\d+&'’-]*/gu) ?? [];
  const telling = words.filter((word) => !isEnglishStopWord(word) && !generalEnglish.test(word));
  const chinese = [...blankStopPhrases(folded.replace(generalChinese, " "))];
  return {
    words: telling.length,
    characters: chinese.filter((one) => /\p{Script=Han}/u.test(one) && !isStopCharacter(one)).length,
  };
}

/** Words that ask for more without saying of what. */
const generalEnglish =
  /^(?:detail|example|reason|exactly|specifically|else|again|further|happen|mean|elaborate|expand|continue|thing|go|come|work|about)(?:s|ed|ing)?$/i;
const generalChinese =
  /具体|详细|更多|多[点些啲]|原因|理由|例子|细节|内容|解释|说明|介绍|可以|应该|继续|再|讲|说|谈|提|想|要|会|做|得|仲|还|件事|方面|(?:多少|几多)[钱人个次天日年间家份项]|紧(?=几多|[乜咩边])/g;

/** An ellipsis: it goes on from what was asked before, and is short. */
function breaksOff(text: string, { words, characters }: OwnWords): boolean {
  if (/^\s*(?:what|how) about\b|^\s*what of\b|^\s*(?:and|or|but)\b/.test(text)) return words <= 4;
  if (/^\s*(?:那|咁|噉|另外|此外|至于)/.test(text)) return characters <= 6;
  // 呢 also ends whole questions, which have a question word.
  return /呢[?？。!！\s]*$/u.test(text) && characters <= 8 && !questionWords.test(text);
}

const questionWords =
  /什么|甚么|怎|如何|为何|多少|几|哪|谁|是否|有没有|有冇|点样|点解|乜|咩|边|系咪|吗|会不会|能不能/;

/** A word that stands for something said before, and nothing before it in the question that it could stand for. */
function pointsBack(text: string, original: string): boolean {
  const pointers = [...text.matchAll(englishPointers), ...text.matchAll(chinesePointers)];
  return pointers.some(({ index }) => {
    const before = original.slice(0, index);
    const { words, characters } = readOwnWords(text.slice(0, index), before);
    if (words > 2 || characters > 5) return false;
    // A name before it, or after a comma ("In its paper, the CMA …"), is what it stands for.
    return !/\s\p{Lu}/u.test(before) && !/,.*\s\p{Lu}/u.test(original.slice(index));
  });
}

const englishPointers = new RegExp(
  [
    String.raw`\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers)\b(?! (?:possible|true|necessary|legal|likely))`,
    String.raw`\bthis\b(?! (?:year|month|week|time|day|morning|century))`,
    String.raw`\bthese\b(?! (?:days|times|documents|papers|files|sources|reports))`,
    String.raw`\bthose\b(?! (?:who|which|that|with|in|of|for|from|\w+ing)\b)`,
    String.raw`\b(?:does|do|did|is|was|would|will|can|could|should|has|of|about|for|from|to|with|by|like|after|before|than|why|how) that\b`,
    String.raw`\bthe (?:former|latter|same|others?|first|second|third|fourth|fifth|last|rest)\b(?= (?:one|ones)\b|[?.,]|$| (?:is|was|will|would)\b)`,
    String.raw`\b(?:such|another|other|which) ones?\b`,
    String.raw`\b(?:which|what|any|some) others?\b(?= (?:is|are|was|were|do|does|did|will|would|can|could)\b|[?]|$)`,
  ].join("|"),
  "g",
);

const chinesePointers = new RegExp(
  [
    '[这那呢嗰](?:[一两二三四五几])?(?:个|些|啲|项|种|类|笔|家|间|位|条|点|件|样|次|批|套|边|里|度|方面|做法)(?!.{0,2}(?:文件|文档|资料)|[「『《“"])',
    "[这那](?=[由是对会要能可有样为从在将到])",
    "(?<![应活])该(?=\\p{Script=Han})",
    "(?<![因如在从彼])此(?![外时前后次刻])",
    "它们?|(?<![其吉])他们?|她们?|佢哋?|(?<![尤极与何及和])其(?![他它次实余间])",
    "另(?:外)?[一两二三几](?:个|些|啲|项|种|类|笔|家|间|位|条|点|样)",
    "前者|后者|上述|前述|刚才|头先|上面",
    "第[一二三四五六七八九十\\d]+(?:个|项|点|条|种|类|间|家|份|笔|位|样)(?!五年)",
  ].join("|"),
  "gu",
);

/** So little of its own, and nothing that is a name, that it may mean what was spoken of. */
function isGeneral(text: string, original: string, { words, characters }: OwnWords): boolean {
  if (asksWhatItIs.test(text)) return false;
  if (words === 0) return characters <= 3;
  const mostWords = /\bthe\b/.test(text) ? 2 : 1;
  return characters === 0 && words <= mostWords && !/\S\s.*[A-Z\d]|^[A-Z]{2}/.test(original);
}

/** A question what something is names it, however short the name. */
const asksWhatItIs =
  /^\s*what (?:is|are|was|were|does)\b(?! the\b)|^\s*(?:什么|甚么|乜嘢?|咩)(?:是|系|叫)|^\s*(?:何谓|咩系)|(?<![又也都就])(?:是|系)(?:什么|甚么|乜嘢?|咩|指|多少|几多|谁|边个)/;
