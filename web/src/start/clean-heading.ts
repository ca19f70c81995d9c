/** A heading as a question may name it: without its numbering; null where it says nothing of its own. */
export function cleanHeading(heading: string): string | null {
  const words = numberings
    .reduce((rest, numbering) => rest.replace(numbering, ""), heading.trim())
    .replace(/\s*[（(][^（()）]*[)）]$/, "")
    .replace(/[。；;]$/, "")
    .trim();
  return saysSomething.test(words) &&
    !leadsIn.test(words) &&
    !isTableRow.test(words) &&
    words.length <= mostCharacters
    ? words
    : null;
}

/** Whether a heading names a part of any document (a foreword, an appendix) rather than a subject. */
export function isGeneric(heading: string): boolean {
  return generic.test(heading);
}

/** Shorter is an abbreviation or a number, longer a sentence. */
const saysSomething = /\p{Script=Han}{2}|\p{L}{3}.|.{6}/u;
const mostCharacters = 48;

/** The beginning of a sentence or a list that was set like a heading. */
const leadsIn = /[:：,，、]$/;
/** The header of a markdown table, which stands over its rows as a heading does. */
const isTableRow = /^\|/;

const chinese = "[一二三四五六七八九十百零〇]";

/** Taken off one after the other, so that `第二章 2.1 ` goes too. A year before a title is no numbering. */
const numberings = [
  /^[•·▪●○■□◆*#-]+\s*/u,
  // `建議 11（乙）：`, `倡議三：`, `Part 2:`
  new RegExp(
    `^\\p{L}{1,14}?\\s?(?:\\d{1,3}|[IVX]{1,5}|${chinese}{1,3})\\s?(?:[（(].{1,3}[)）])?\\s?[:：]\\s*`,
    "u",
  ),
  new RegExp(`^第\\s?(?:\\d{1,3}|${chinese}{1,3})\\s?[章節节條条部篇項项]分?[\\s:：、.]*`, "u"),
  new RegExp(`^[（(](?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5}|${chinese}{1,3})[)）]\\s*`, "u"),
  new RegExp(`^${chinese}{1,3}[、.．]\\s*`, "u"),
  /^\d{1,3}(?:\.\d{1,3})+[.、]?\s+/,
  /^(?:\d{1,3}|[A-Z]|[IVX]{1,5})(?:[、．)）]\s*|\.\s+)/,
];

const generic =
  /^(?:背景|結論|结论)$|概覽|概览|概要|一覽|一览|目錄|目录|附錄|附录|前言|引言|序言|結語|结语|總結|总结|摘要|簡介|简介|^(?:[\d.]+\s*)?(?:overview|(?:table of )?contents|appendix|annex|introduction|background|foreword|preface|conclusions?|(?:executive )?summary|glossary|references|about)\b/i;
