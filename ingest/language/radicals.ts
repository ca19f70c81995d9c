/**
 * The ordinary character for one of the "CJK Radicals Supplement" (U+2E80–2EFF) that PDF text often holds in its
 * place: ⺠ gives 民, ⻓ gives 长. Other characters come back as they are. (Kangxi radicals are covered by NFKC.)
 */
export function unifyRadical(character: string): string {
  return RADICALS.get(character) ?? character;
}

const RADICALS = new Map(
  (
    "⺁厂 ⺇几 ⺈刀 ⺊卜 ⺍小 ⺎兀 ⺏尢 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺟母 ⺠民 ⺢水 ⺤爫 ⺥爫 ⺦丬 ⺩王 ⺪疋 ⺫目 " +
    "⺬示 ⺮竹 ⺯糸 ⺰纟 ⺱网 ⺲网 ⺳网 ⺷羊 ⺸羊 ⺹老 ⺻聿 ⺼肉 ⺽臼 ⻀艹 ⻁虎 ⻂衣 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻊足 ⻋车 ⻍辶 ⻎辶 " +
    "⻏邑 ⻐钅 ⻑长 ⻒长 ⻓长 ⻔门 ⻕阜 ⻖阜 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟食 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 " +
    "⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟"
  )
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
