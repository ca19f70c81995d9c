import { attributeOf, elementsOf, type HtmlElement, type HtmlNode, inlineText } from "./nodes.ts";

/** Tells whether the page hides an element: by attribute, by its own style, or by a plain rule of a style sheet. */
export type IsHidden = (element: HtmlElement) => boolean;

export function findHiding(page: HtmlNode): IsHidden {
  const rules = hidingSelectors(page);
  return (element) => {
    if (attributeOf(element, "hidden") !== null) return true;
    const style = attributeOf(element, "style");
    if (style !== null && (hidingStyle.test(style) || isWhiteOnWhite(element, style))) return true;
    if (rules.size === 0) return false;
    const classes = (attributeOf(element, "class") ?? "").split(/\s+/).map((name) => `.${name}`);
    return [...classes, `#${attributeOf(element, "id") ?? ""}`].some((selector) => rules.has(selector));
  };
}

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i;
const white = /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)/i;

function isWhiteOnWhite(element: HtmlElement, style: string): boolean {
  if (!white.test(style)) return false;
  for (let node: HtmlNode | null = element; node && "attrs" in node; node = node.parentNode)
    if (/background/i.test(attributeOf(node, "style") ?? "") || attributeOf(node, "bgcolor") !== null)
      return false;
  return true;
}

/** Classes and ids that a style sheet of the page hides outright; other selectors are not followed. */
function hidingSelectors(page: HtmlNode): ReadonlySet<string> {
  const selectors = new Set<string>();
  for (const element of elementsOf(page)) {
    if (element.tagName !== "style") continue;
    for (const [, names = "", style = ""] of inlineText(element).matchAll(/([^{}]*)\{([^{}]*)\}/g))
      if (hidingStyle.test(style))
        for (const name of names.split(",")) if (/^[.#][\w-]+$/.test(name.trim())) selectors.add(name.trim());
  }
  return selectors;
}
