import type { Language } from "../../ingest/document.ts";
import { fold } from "../../ingest/language/fold.ts";

type Kind = "order" | "self" | "translation" | "thanks" | "greeting" | "chat";

/** A short honest reply to what asks nothing of the documents, or null for a question to look up. */
export function replyToSmallTalk(text: string, language: Language): string | null {
  const kind = readKind(text);
  return kind === null ? null : replies[kind][language];
}

function readKind(text: string): Kind | null {
  const folded = fold(text).trim();
  if (orders.some((order) => order.test(folded))) return "order";
  if (self.test(folded) && folded.length <= 60) return "self";
  if (chat.test(folded)) return "chat";
  if (translations.some((wish) => wish.test(folded))) return "translation";
  const opening = thanks.exec(folded) ?? greeting.exec(folded);
  if (opening === null) return null;
  const rest = folded.slice(opening[0].length).replace(/^[\p{P}\p{S}\s]+/gu, "");
  if (rest !== "" && !parting.test(rest)) return null;
  return thanks.test(folded) ? "thanks" : "greeting";
}

/** Orders to the program rather than questions, in folded text: to drop its rules, show them, or act a part. */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,20}\b(?:your|previous|prior|above|earlier|system|all)\b.{0,20}\b(?:instructions?|rules?|prompts?|guidelines?|restrictions?)\b/,
  /\b(?:print|reveal|show|repeat|output|leak|dump|display|give|tell)\b.{0,30}\b(?:system|hidden|internal|secret|initial|your)\b.{0,20}\b(?:prompts?|instructions?|rules|config\w*|settings)\b/,
  /^\s*(?:system|developer|assistant)\b.{0,20}[:：]|<\/?(?:system|documents?|instructions?|user)>/,
  /^(?:please )?(?:pretend|act as|behave as|role-?play)\b|\byou are now\b|\bfrom now on,? you\b|\b(?:developer|dan|god) mode\b|\bjailbreak/,
  /\bcitations?(?: mode)?\b.{0,12}\b(?:off|disabled|not needed)\b|\b(?:reply|respond|answer|say)\b.{0,12}\b(?:only|exactly|nothing but)\b.{0,12}\b(?:with|the words?)\b/,
  /!\[[^\]]*\]\(|(?:send|post|upload|visit|open|fetch|传|发送|上传|访问|打开).{0,30}https?:|\b(?:environment variables|api keys?)\b|环境变量|密钥|金钥/,
  /(?:忽略|无视|忘记|不要理会|不用理会|唔好理|唔使理|绕过|跳过).{0,10}(?:指示|指令|规则|提示|设定|限制)/,
  /(?:系统|隐藏|内部)(?:的|嘅)?(?:提示|指令|设定|配置|prompt)|开发者模式|越狱|(?:新|以下[系是])(?:的|嘅)?(?:规则|指令)[:：]/,
  /^你(?:由|从)?(?:现在|而家).{0,4}(?:[系是]|扮)|^从现在起|^由而家|^(?:请)?(?:扮演|假装|假扮)/,
  /(?:只|仅)(?:回复|回覆|回答|输出|说|覆)[^,。]{0,4}["'「『“]|行号.{0,3}(?:乱|随便)|(?:直接|随便)编|不用引用来源|唔使引用/,
];

/** Questions about the program itself. */
const self =
  /\b(?:who|what) are you\b|\bwhat can you do\b|\byour name\b|\bare you (?:an? )?(?:real|human|person|robot|bot|ai|machine|chatgpt)\b|\bwho (?:made|built|created|trained) you\b|\bhow are you\b|你[是系](?:谁|什么|乜|咩|边个|边位|真人|人|机器人|ai)|你叫(?:什么|咩|乜)|你(?:能|可以|会|识)(?:做|帮).{0,4}(?:什么|咩|乜)|你好吗/;

const chat =
  /\btell (?:me|us) an? (?:joke|story|poem)\b|\bsing (?:me|us)\b|(?:讲|说)[个一]{0,2}(?:笑话|故事)|唱.{0,3}歌|陪我(?:聊|倾|玩)|爱你|一起(?:去)?(?:吃饭|食饭)/;

/** Wishes to have the answer before translated, which name nothing to look up. */
const translations: readonly RegExp[] = [
  /^(?:(?:please|can you|could you|now) )*translate(?: (?:that|this|it|the (?:answer|reply|above|quotes?)|your (?:last )?(?:answer|reply)))?(?: (?:in|into|to) (?:english|mandarin|cantonese|(?:(?:simplified|traditional) )?chinese))?(?:,? please)?[.?!]*$/,
  /^(?:请|麻烦|唔该|可唔可以|可以|可否|能否|能不能|帮我|同我)*[把将]?(?:它|佢)?(?:上面|以上|刚才|头先|之前|这|呢)?[个段的嘅]*(?:回答|答案|回覆|回复|内容|原文|引文|段话)?(?:翻译|译)(?:一下)?(?:[成做为](?:英文|英语|中文|(?:繁体|简体)(?:中文)?))?(?:吗|好吗|得唔得|可以吗|啦|呀|吧)*[\p{P}\s]*$/u,
];

const thanks =
  /^(?:thanks?(?: you)?(?: so much| very much| a lot)?|多谢|谢谢|唔该|感谢)(?:你|您|晒|啦|了|哂|呀)*/;
const greeting =
  /^(?:hello|hi|hey|good (?:morning|afternoon|evening)|你好|您好|早晨|早安|早上好|午安|晚安|晚上好|哈罗|再见|拜拜|bye|goodbye)(?:呀|啊|吗|there)*(?![a-z])/;
const parting =
  /^(?:再见|拜拜|bye|goodbye|(?:that is|that's) all.*|no more questions.*|没有(?:别的|其他)?问题了?)[\p{P}\s]*$/u;

const scope = {
  "zh-Hant": "我只根據已收錄的文件回答，並附上每句的出處。",
  "zh-Hans": "我只根据已收录的文档回答，并附上每句的出处。",
  en: "I answer only from the documents held here, and show the lines each sentence stands on.",
} as const;

const replies: Readonly<Record<Kind, Readonly<Record<Language, string>>>> = {
  order: {
    "zh-Hant": `這是對程式的指示，我不會照做。${scope["zh-Hant"]}`,
    "zh-Hans": `这是对程序的指示，我不会照做。${scope["zh-Hans"]}`,
    en: `That is an instruction to the program, which I do not follow. ${scope.en}`,
  },
  self: {
    "zh-Hant": `我是文件問答程式，不是真人。${scope["zh-Hant"]}`,
    "zh-Hans": `我是文档问答程序，不是真人。${scope["zh-Hans"]}`,
    en: `I am a program that answers questions from documents, not a person. ${scope.en}`,
  },
  translation: {
    "zh-Hant": "我不會翻譯答案。打開引用的原文，選取字詞，便可查看另一種語言的意思。",
    "zh-Hans": "我不会翻译答案。打开引用的原文，选中字词，便可查看另一种语言的意思。",
    en: "I do not translate answers. Open a cited source and select words there to look them up in the other language.",
  },
  thanks: {
    "zh-Hant": "不客氣。還有關於文件的問題，請隨時提出。",
    "zh-Hans": "不客气。还有关于文档的问题，请随时提出。",
    en: "You are welcome. Ask whenever you have another question about the documents.",
  },
  greeting: {
    "zh-Hant": `你好。${scope["zh-Hant"]}請問想查甚麼？`,
    "zh-Hans": `你好。${scope["zh-Hans"]}请问想查什么？`,
    en: `Hello. ${scope.en} What would you like to look up?`,
  },
  chat: {
    "zh-Hant": `這個我幫不上忙。${scope["zh-Hant"]}`,
    "zh-Hans": `这个我帮不上忙。${scope["zh-Hans"]}`,
    en: `I cannot help with that. ${scope.en}`,
  },
};
