import type { enEmbed } from "./en-embed.ts";

export const zhHantEmbed: Readonly<Record<keyof typeof enEmbed, string>> = {
  embedOpening: "正在開啟對話……",
  embedClose: "關閉對話",
  embedRefused:
    "未能為你開啟對話：此網頁未以伺服器接受的方式表明你的身份。請重新登入此網頁，或通知網頁管理員。",
};
