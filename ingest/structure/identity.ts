import type { DocumentIdentity } from "../document.ts";
import { detectLanguage } from "../language/detect.ts";
import { findAliases } from "./aliases.ts";
import { columnsOf } from "./layout.ts";
import { findMarker } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

const longestTitleColumns = 130;
const dateOnly =
  /^(?:[一二〇零○\d]{2,4}\s*年?\s*(?:[一二三四五六七八九十\d]{1,2}\s*月)?\s*(?:\d{1,2}\s*日)?|[A-Z][a-z]+\s+\d{4})$/;
const genre =
  /(?:建議|建议|意見書|意见书|報告書?|报告书?|藍圖|蓝图|白皮書|白皮书|指引|手冊|手册|簡報|简报|摘要|report|submission|guide|handbook|policy|plan|brief)(?:書|书)?$/i;
const organisation =
  /[\p{Script=Han}]{1,14}?(?:聯合會|联合会|總會|总会|商會|商会|協會|协会|聯會|联会|學會|学会|委員會|委员会|管理局|發展局|公司|大學|大学|聯盟|联盟|部門|政府)/u;
const latinOrganisation =
  /(?:[A-Z][\w&'’-]+\s+(?:(?:of|for|and|the|in)\s+)*){1,8}?(?:Association|Federation|Alliance|Chamber|Council|Authority|Department|Bureau|University|Institute|Company|Ltd)\b(?:\s+(?:of|for)\s+(?:[A-Z][\w]+\s?)+)?/;

/** Title, organisation, year and language, all from the document's own text. `id` names it where no title is found. */
export function identify(id: string, paragraphs: readonly Paragraph[]): DocumentIdentity {
  const front = frontMatter(paragraphs);
  const back = paragraphs
    .slice(-4)
    .map((paragraph) => paragraph.text)
    .filter((text) => columnsOf(text) < 40);
  const title = findTitle(front) ?? fileTitle(id);
  const organisation = findOrganisation(title, [...front, ...back]);
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
  return {
    title,
    organisation,
    aliases: organisation ? findAliases(organisation, text) : [],
    date: [...front, ...back].find((line) => dateOnly.test(line)) ?? null,
    year: findYear([title, ...front, ...back]),
    language: detectLanguage(sample(paragraphs)),
  };
}

/** The short lines before the first running text. */
function frontMatter(paragraphs: readonly Paragraph[]): string[] {
  const front: string[] = [];
  for (const paragraph of paragraphs.slice(0, 12)) {
    if (columnsOf(paragraph.text) > longestTitleColumns) break;
    const { marker } = paragraph;
    if (marker && marker.style !== "markdown-heading") break;
    front.push(paragraph.text.slice(marker?.length ?? 0).trim());
    if (marker) break;
  }
  return front;
}

/** Lines up to the one that names the kind of paper, at most three; a date, a bare organisation or a sentence ends it. */
function findTitle(front: readonly string[]): string | null {
  const lines: string[] = [];
  for (const text of front) {
    if (/^[\d\s./-]*$/.test(text)) continue;
    if (dateOnly.test(text)) break;
    if (lines.length > 0 && (isOrganisationOnly(text) || isSentence(text))) break;
    lines.push(text);
    if (genre.test(text) || lines.length === 3) break;
  }
  const kept = genre.test(lines.at(-1) ?? "") || lines.length < 3 ? lines : lines.slice(0, 1);
  const title = kept.join(" ").replace(/\s+/g, " ").replaceAll("**", "").trim();
  return title === "" ? null : title;
}

function isSentence(text: string): boolean {
  return /[。！？；]$|[a-z\d)”"][.!?;]$/.test(text);
}

function isOrganisationOnly(text: string): boolean {
  return columnsOf(text) <= 24 && /(?:會|会|聯|联|局|署|部|院|公司|Association|Federation)$/.test(text);
}

/** A line that is an organisation's name and no part of the title, or else the first name inside a line. */
function findOrganisation(title: string, texts: readonly string[]): string | null {
  const alone = texts.find((text) => isOrganisationOnly(text) && !title.includes(text));
  if (alone) return alone;
  for (const text of [title, ...texts]) {
    const match = organisation.exec(text) ?? latinOrganisation.exec(text);
    if (match) return match[0].trim();
  }
  return null;
}

/** The first year named; a line that names several says no single one. */
function findYear(texts: readonly string[]): number | null {
  for (const text of texts) {
    const years = new Set(text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g));
    if (years.size > 1) return null;
    for (const year of years) return Number(year);
  }
  return null;
}

function fileTitle(id: string): string {
  return (id.split("/").at(-1) ?? id).replace(/\.[^.]+$/, "");
}

function sample(paragraphs: readonly Paragraph[]): string {
  let text = "";
  for (const paragraph of paragraphs) {
    text += `${paragraph.text}\n`;
    if (text.length > 4000) break;
  }
  return text;
}

/** The heading without its number or marks, as a heading path shows it. */
export function headingText(text: string): string {
  const marker = findMarker(text);
  const plain = marker?.style === "markdown-heading" ? text.slice(marker.length) : text;
  return plain
    .replaceAll("**", "")
    .replace(/\s*#+$/, "")
    .trim();
}
