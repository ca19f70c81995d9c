import { joinCells } from "../table-row.ts";
import type { IsHidden } from "./hiding.ts";
import { createListMarker } from "./list-marker.ts";
import {
  collapseBlanks,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  inlineText,
  isBlock,
  isElement,
  isText,
  walk,
} from "./nodes.ts";

export interface Block {
  readonly text: string;
  readonly heading?: number;
}

/** Elements whose text is no part of what a page says. */
const silentTags = new Set(
  "script style noscript template title iframe object embed svg math canvas audio video textarea select".split(
    " ",
  ),
);

/** The blocks of text in the order of the page, and how much text is hidden. */
export function collectBlocks(page: HtmlNode, isHidden: IsHidden) {
  const blocks: Block[] = [];
  let hiddenCharacters = 0;
  const listMarker = createListMarker();
  let text = "";
  let marker = "";
  let heading = 0;
  let pre = 0;

  const flush = () => {
    const lines = pre > 0 ? text.replace(/^\n/, "").trimEnd().split("\n") : [collapseBlanks(text)];
    text = "";
    for (const line of lines.filter((line) => line.trim() !== "")) {
      blocks.push(heading > 0 ? { text: line, heading } : { text: marker + line });
      marker = "";
    }
  };
  const isSilent = (element: HtmlElement) => silentTags.has(element.tagName) || isHidden(element);
  const skip = (element: HtmlElement) => {
    if (silentTags.has(element.tagName)) return true;
    if (isHidden(element)) {
      hiddenCharacters += inlineText(element).length;
      return true;
    }
    if (element.tagName !== "tr" || !isDataRow(element)) return false;
    flush();
    blocks.push({ text: joinCells(cellsOf(element).map((cell) => inlineText(cell, isSilent))) });
    hiddenCharacters += hiddenInside(element, isHidden);
    return true;
  };

  for (const { node, isEnd } of walk(page, skip)) {
    if (isText(node)) text += node.value;
    if (!isElement(node) || !isBlock(node)) continue;
    flush();
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName)) heading = isEnd ? 0 : Number(tagName[1]);
    if (tagName === "pre") pre += isEnd ? -1 : 1;
    if (tagName === "li") marker = isEnd ? "" : listMarker(node);
  }
  flush();
  return { blocks, hiddenCharacters };
}

/** A row of a table that shows data; a table that lays out a page holds tables, headings or paragraphs. */
function isDataRow(row: HtmlElement): boolean {
  for (const element of elementsOf(row))
    if (/^(?:table|h[1-6]|ul|ol|pre)$/.test(element.tagName)) return false;
  return cellsOf(row).every((cell) => paragraphsOf(cell) < 4);
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(isElement).filter(({ tagName }) => tagName === "td" || tagName === "th");
}

function paragraphsOf(cell: HtmlElement): number {
  return cell.childNodes.filter((node) => isElement(node) && ["p", "div"].includes(node.tagName)).length;
}

function hiddenInside(row: HtmlElement, isHidden: IsHidden): number {
  let characters = 0;
  const count = (element: HtmlElement) => {
    if (!isHidden(element)) return silentTags.has(element.tagName);
    characters += inlineText(element).length;
    return true;
  };
  for (const _visit of walk(row, count));
  return characters;
}
