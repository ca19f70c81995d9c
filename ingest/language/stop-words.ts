/**
 * Words of a question that say nothing about what it looks for. They are dropped from questions only: the index
 * keeps them, so that a name made of them can still be found.
 */

/** Whether a Latin word (any case) is an English function or question word; "IT" and "US" in capitals are names. */
export function isEnglishStopWord(surface: string): boolean {
  const word = surface.toLowerCase().replace("’", "'");
  return ENGLISH.has(word) && !NAMES.has(surface);
}

/** Whether a folded Chinese character is a function character (的, 了, 嘅…); matched alone it is noise. */
export function isStopCharacter(character: string): boolean {
  return FUNCTION_CHARACTERS.has(character);
}

/**
 * The folded question with every question phrase (什么, 有没有, 点解…) and function character replaced by blanks of
 * the same length, so that what is left are the runs that carry meaning and offsets still hold.
 */
export function blankStopPhrases(folded: string): string {
  return folded.replace(QUESTION_PHRASES, (phrase) => " ".repeat(phrase.length));
}

const NAMES = new Set(["US", "IT", "WHO", "AM"]);
const ENGLISH = new Set(
  (
    "a an the and or but nor if then than so as of in on at by for to from with without into onto upon about over " +
    "under between among through during before after above below up down out off again further once per via within " +
    "i me my we us our ours you your yours he him his she her hers it its they them their theirs this that these " +
    "those there here who whom whose which what when where why how whether is am are was were be been being do " +
    "does did doing done have has had having can could may might must shall should will would ought not no any " +
    "some such same own both each every either neither all also too very just only more most other another much " +
    "many few please tell explain describe give list name according say says said mention mentioned state stated " +
    "i'm i'd i've it's that's what's who's where's how's there's don't doesn't didn't isn't aren't wasn't weren't " +
    "can't couldn't won't wouldn't shouldn't haven't hasn't let's want like know regarding concerning " +
    "document documents kind type"
  ).split(" "),
);

const FUNCTION_CHARACTERS = new Set(
  "的了是在有和与及或也都就而之其此该这那么吗呢吧啊呀嘛把被让将从于对为以由向到所不没还又并则若但着过们个些哪谁几何很更最请问嘅咗喺唔冇佢哋嘢嗰啲畀俾谂嚟噉咁乜咩边系吓啦喎㗎嘞囉".normalize(),
);

/** Phrases that ask or address, longest first. Particles of Cantonese are among them, 的 and 是 are not: in names. */
const QUESTION_PHRASES = new RegExp(
  "为什么|是什么|有什么|什么样|什么时候|甚么|什么|怎么样|怎么办|怎么|怎样|如何|为何|多少|几多|几时|几个|哪一个|哪一些|哪一|" +
    "哪些|哪个|哪里|哪儿|哪年|哪位|哪|是否|有没有|有冇|有无|能否|可否|可不可以|是不是|会不会|能不能|请问|请列出|请说明|请介绍|" +
    "告诉我|我想知道|想知道|关于|点解|点样|乜嘢|乜|咩|边个|边度|边间|边啲|边位|系咪|喺度|嗰个|嗰啲|呢个|呢啲|佢哋|我哋|你哋|" +
    "谁|吗|呢|嘅|咗|喺|唔|冇|佢|嘢|啲|畀|俾|谂|嚟|噉|咁|啊|呀|啦|㗎|喎",
  "g",
);
