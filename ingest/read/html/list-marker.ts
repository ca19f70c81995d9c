import { attributeOf, type HtmlElement, type HtmlNode, isElement } from "./nodes.ts";

/** What a browser shows before each list item, asked in page order: a bullet, or its number in the list's style. */
export function createListMarker(): (item: HtmlElement) => string {
  const lastNumbers = new Map<HtmlNode, number>();
  return (item) => {
    const list = item.parentNode;
    if (!list || !isElement(list) || list.tagName !== "ol") return "• ";
    const number =
      integerOf(item, "value") ?? (lastNumbers.get(list) ?? (integerOf(list, "start") ?? 1) - 1) + 1;
    lastNumbers.set(list, number);
    const style = attributeOf(list, "type") ?? "1";
    if (/^a$/i.test(style) && number >= 1 && number <= 26)
      return `${String.fromCharCode((style === "a" ? 96 : 64) + number)}. `;
    return `${number}. `;
  };
}

function integerOf(element: HtmlElement, name: string): number | null {
  const value = Number.parseInt(attributeOf(element, name) ?? "", 10);
  return Number.isInteger(value) ? value : null;
}
