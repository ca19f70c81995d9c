import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export interface Visit {
  readonly node: HtmlNode;
  readonly isEnd: boolean;
}

/**
 * Every node below `root` in order, elements once more when they end. Walks without recursion, because a page may nest
 * deeper than the stack. `skip`, asked when an element opens, leaves out what is in it, and the element.
 */
export function* walk(
  root: HtmlNode,
  skip: (element: HtmlElement) => boolean = () => false,
): Generator<Visit> {
  const open: { readonly node: HtmlNode; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next++];
    if (!child) {
      open.pop();
      if (open.length > 0 && isElement(top.node)) yield { node: top.node, isEnd: true };
    } else if (!(isElement(child) && skip(child))) {
      yield { node: child, isEnd: false };
      open.push({ node: child, next: 0 });
    }
  }
}

export function* elementsOf(root: HtmlNode): Generator<HtmlElement> {
  for (const { node, isEnd } of walk(root)) if (!isEnd && isElement(node)) yield node;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The text of everything inside, its blanks collapsed; elements that stand apart are parted by a blank. */
export function inlineText(root: HtmlNode, skip?: (element: HtmlElement) => boolean): string {
  let text = "";
  for (const { node } of walk(root, skip)) {
    if (isText(node)) text += node.value;
    else if (isElement(node) && isBlock(node)) text += " ";
  }
  return collapseBlanks(text);
}

/** As a browser does, except that a line end between two Chinese characters is no blank. */
export function collapseBlanks(text: string): string {
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u3000-\u9fff\uff00-\uffef])/g, "")
    .replace(/[ \t\r\n\f]+/g, " ")
    .trim();
}

export function isBlock({ tagName }: HtmlElement): boolean {
  return blockTags.has(tagName);
}

const blockTags = new Set(
  (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol optgroup option p pre section summary " +
    "table tbody td tfoot th thead title tr ul"
  ).split(" "),
);

function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return "childNodes" in node ? node.childNodes : [];
}
