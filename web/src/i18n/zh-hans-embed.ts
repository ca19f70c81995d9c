import type { enEmbed } from "./en-embed.ts";

export const zhHansEmbed: Readonly<Record<keyof typeof enEmbed, string>> = {
  embedOpening: "正在打开对话……",
  embedClose: "关闭对话",
  embedRefused:
    "无法为你打开对话：此网页没有以服务器接受的方式表明你的身份。请重新登录此网页，或告知网页管理员。",
};
