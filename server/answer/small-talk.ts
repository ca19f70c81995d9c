import type { Language } from "../../ingest/document.ts";
import { fold } from "../../ingest/language/fold.ts";
import { type Kind, replies } from "./small-talk-replies.ts";

/** A short honest reply to what asks nothing of the documents, or null for a question to look up. */
export function replyToSmallTalk(text: string, language: Language): string | null {
  const kind = readKind(text);
  return kind === null ? null : replies[kind][language];
}

function readKind(text: string): Kind | null {
  const folded = fold(text).trim();
  if (orders.some((order) => order.test(folded))) return "order";
  if (self.some((words) => words.test(folded)) && folded.length <= 60) return "self";
  if (chat.test(folded)) return "chat";
  if (outside.some((wish) => wish.test(folded))) return "outside";
  if (doubted.test(folded)) return "doubted";
  if (noted.test(folded)) return "noted";
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
  /^(?:please |i want you to )*(?:pretend|act as|behave as|role-?play)\b|\brepeat after me\b|\bwhat (?:are|is|were) your (?:\w+ )?(?:instructions?|prompts?|rules|guidelines|config\w*)\b|\byou are now\b|\bfrom now on,? you\b|\b(?:developer|dan|god) mode\b|\bjailbreak/,
  /\bcitations?(?: mode)?\b.{0,12}\b(?:off|disabled|not needed)\b|\b(?:reply|respond|answer|say)\b.{0,12}\b(?:only|exactly|nothing but)\b.{0,12}\b(?:with|the words?)\b/,
  /!\[[^\]]*\]\(|(?:send|post|upload|visit|open|fetch|传|发送|上传|访问|打开).{0,30}https?:|\b(?:environment variables|api keys?)\b|环境变量|密钥|金钥/,
  /(?:忽略|无视|忘记|不要理会|不用理会|唔好理|唔使理|绕过|跳过).{0,10}(?:指示|指令|规则|提示|设定|限制)/,
  /(?:系统|隐藏|内部)(?:的|嘅)?(?:提示|指令|设定|配置|prompt)|开发者模式|越狱|(?:新|以下[系是])(?:的|嘅)?(?:规则|指令)[:：]/,
  /你(?:的|嘅).{0,4}(?:指示|指令|规则|提示词?|设定)(?:系|是)?(?:什么|咩|乜|告诉|话我|讲|列|贴|发)|(?:告诉我|列出|显示|重复|复述|贴出|说出|讲出).{0,4}你(?:的|嘅).{0,4}(?:指示|指令|规则|提示|设定)/,
  /^你(?:由|从)?(?:现在|而家).{0,4}(?:[系是]|扮)|^从现在起|^由而家|^(?:请)?(?:扮演|假装|假扮)/,
  /(?:只|仅)(?:回复|回覆|回答|输出|说|覆)[^,。]{0,4}["'「『“]|行号.{0,3}(?:乱|随便)|(?:直接|随便)编|不用引用来源|唔使引用/,
];

/** Questions about the program itself. */
const self: readonly RegExp[] = [
  /\b(?:who|what) are you\b|\bwhat can you do\b|\byour name\b|\bare you (?:an? )?(?:real|human|person|robot|bot|ai|machine|chatgpt)\b|\bwho (?:made|built|created|trained) you\b|\bhow are you\b|你[是系](?:谁|什么|乜|咩|边个|边位|真人|人|机器人|ai)|你叫(?:什么|咩|乜)|你(?:能|可以|会|识)(?:做|帮).{0,4}(?:什么|咩|乜)|你好吗/,
  /\b(?:what|which)(?: \w+){0,2} model (?:are you|do you)\b|\b(?:introduce|about) yourself\b|\bhow old are you\b|\bdo you have (?:feelings|emotions)\b|\bare you (?:alive|conscious|sentient)\b|\bwhat can (?:i|we) ask\b|\bhow (?:do|can|should) (?:i|we) use (?:this|you)\b|^(?:(?:can|could) you )?help(?: me)?[?.!\s]*$/,
  /你(?:系|是|用).{0,4}模型|介绍(?:一下|下)?你?自己|自我介绍|你几[岁大]|你有(?:冇|没有)感情|(?:点样?|怎么|如何)(?:使用|用)(?:呢个|这个|你)(?:系统|程式|程序|工具|机器人)?[?？]*$|可以问(?:你)?(?:啲|些)?(?:什么|咩|乜)|^(?:请问)?(?:可唔可以|可以|能不能|可否)?帮(?:到)?(?:我|手|忙)[吗嘛呀]?[?？]*$|^(?:帮助|求助)$/,
];

const chat =
  /\btell (?:me|us) an? (?:joke|story|poem)\b|^sing\b|\bplay a game\b|\bi (?:love|like|hate) you\b|\bi(?: a|')m bored\b|^(?:今晚|今日|今天|中午|晏昼|听日|晚餐|午餐)(?:食|吃)(?:咩|乜|什么)|(?:讲|说)[个一]{0,2}(?:笑话|故事)|^(?:请|帮我|同我|你?可唔可以|你?可以|你?能不能)*唱.{0,3}歌|陪我(?:聊|倾|玩)|爱你|一起(?:去)?(?:吃饭|食饭)/;

/** What a program that only quotes cannot do: write, act, reckon, or tell what is now. */
const outside: readonly RegExp[] = [
  /^(?:(?:please|can you|could you|would you|help me|i want you to) )*(?:write|compose|make up|create|generate)\b.{0,40}\b(?:poem|haiku|song|lyrics|story|novel|essay|code|script|function)\b/,
  /^(?:请|麻烦|唔该|可唔可以|可以|能不能|你?帮我|同我|替我)*(?:写|作|创作|编)(?:一)?[首篇段个封份]?.{0,12}(?:诗|歌词|小说|故事|代码|程式码|作文|情书|辞职信)[^,，]{0,4}$/,
  /^(?:what (?:time|day|date) is it|what(?:'s| is) (?:the time|today'?s date)|what(?:'s| is) the weather)\b|^(?:而家|现在|依家)(?:系|是)?几点|^今[天日](?:系|是)?(?:几号|星期几|礼拜几)|^(?:今|听|明)[天日]?[的嘅]?天气/,
  /^(?:what is |calculate |计下? ?|算一?下? ?)?\d[\d.,]* ?[-+*/x×÷乘加减除] ?\d[\d.,]*[^\p{L}]*(?:等于|是)?(?:几多|多少)?[?？=\s]*$/u,
];

const doubted =
  /^(?:you(?:'re| are)|that(?:'s| is)) (?:\w+ )?(?:wrong|incorrect|mistaken)[\p{P}\s]*$|^(?:你)?(?:答错|讲错|说错|搞错|错)[咗了晒]?[\p{P}\s]*$/u;

const noted =
  /^(?:ok(?:ay)?|all ?right|got it|i see|good (?:job|bot)|well done|lol|(?:ha){2,}|test(?:ing)?|好[的呀嘅啦]?|嗯+|哦+|明白[了晒]?|知道了?|收到|了解|哈哈+|测试|你[好真很几](?:棒|叻|靓|聪明|厉害))[\p{P}\s]*$/u;

/** Wishes to have the answer before or words given translated, which name nothing to look up. */
const translations: readonly RegExp[] = [
  /^(?:(?:please|can you|could you) )*(?:translate|say)\b.{1,80}\b(?:in|into|to) (?:french|italian|german|spanish|japanese|korean|latin|portuguese|russian|thai)\b[\p{P}\s]*$/u,
  /^(?:please )?translate ["'“‘]|(?:翻译|译)[成做为][法意德日韩俄泰葡西](?:班牙|大利|萄牙)?[文语]|^(?:请|麻烦|帮我|同我)?[把将].{1,4}句(?:话|说话)?(?:翻译|译)/,
  /^(?:(?:please|can you|could you|now) )*translate(?: (?:that|this|it|the (?:answer|reply|above|quotes?)|your (?:last )?(?:answer|reply)))?(?: (?:in|into|to) (?:english|mandarin|cantonese|(?:(?:simplified|traditional) )?chinese))?(?:,? please)?[.?!]*$/,
  /^(?:请|麻烦|唔该|可唔可以|可以|可否|能否|能不能|帮我|同我)*[把将]?(?:它|佢)?(?:上面|以上|刚才|头先|之前|这|呢)?[个段的嘅]*(?:回答|答案|回覆|回复|内容|原文|引文|段话)?(?:翻译|译)(?:一下)?(?:[成做为](?:英文|英语|中文|(?:繁体|简体)(?:中文)?))?(?:吗|好吗|得唔得|可以吗|啦|呀|吧)*[\p{P}\s]*$/u,
];

const thanks =
  /^(?:thanks?(?: you)?(?: so much| very much| a lot)?|多谢|谢谢|唔该|感谢)(?:你|您|晒|啦|了|哂|呀)*/;
const greeting =
  /^(?:hello|hi|hey|good (?:morning|afternoon|evening|night)|你好|您好|早晨|早安|早上好|午安|晚安|早抖|晚上好|哈罗|再见|拜拜|bye|goodbye)(?:呀|啊|吗|there)*(?![a-z])/;
const parting =
  /^(?:再见|拜拜|bye|goodbye|(?:that is|that's) all.*|no more questions.*|没有(?:别的|其他)?问题了?)[\p{P}\s]*$/u;
