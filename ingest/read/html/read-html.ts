import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { ParseInput } from "../apart/parsers.ts";
import { createLineList } from "../line-list.ts";
import type { ReadResult } from "../read-result.ts";
import { decodeSource } from "../read-text.ts";
import { collectBlocks } from "./blocks.ts";
import { findHiding } from "./hiding.ts";
import { elementsOf, inlineText } from "./nodes.ts";

/** Reads a web page: each block of text that a reader sees is a line, a table's row too; what is hidden is listed. */
export function readHtml({ bytes }: Pick<ParseInput, "bytes">): ReadResult {
  const decoded = decodeSource(bytes, declaredEncoding(bytes));
  if (decoded.status === "refused") return decoded;
  const page = parse(decoded.text);
  const list = createLineList();
  const { blocks, hiddenCharacters } = collectBlocks(page, findHiding(page));
  const title = pageTitle(page);
  const isRepeated = blocks.some((block) => block.heading !== undefined && block.text === title);
  if (!isRepeated) list.add(title, { heading: 1 });
  for (const { text, heading } of blocks) {
    if (heading !== undefined || list.lines.at(-1)?.heading !== undefined) list.blank();
    list.add(text, heading === undefined ? {} : { heading });
  }
  const hidden = `holds characters that the page does not show, which are left out: ${hiddenCharacters}`;
  const warnings = hiddenCharacters > 0 ? [{ code: `hidden_text:${hiddenCharacters}`, message: hidden }] : [];
  return { status: "read", lines: list.lines, warnings: [...decoded.warnings, ...warnings] };
}

/** What the page says its encoding is; as HTML has it, within the first 1,024 bytes. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? null;
}

function pageTitle(page: DefaultTreeAdapterTypes.Document): string {
  for (const element of elementsOf(page)) if (element.tagName === "title") return inlineText(element);
  return "";
}
