import { SaxesParser } from "saxes";
import { RefusedFile } from "../read-result.ts";

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix; attribute names keep it. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Walks XML once from start to end; `skipped` elements are passed over with all that is in them. */
export function walkXml(xml: string, handler: XmlHandler, skipped: ReadonlySet<string> = new Set()): void {
  const parser = new SaxesParser({ xmlns: false });
  let skipDepth = 0;
  parser.on("doctype", () => {
    throw new RefusedFile(
      "unsafe_archive",
      "holds XML with a document type declaration (DTD), which is not read",
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    const local = localName(name);
    if (skipDepth > 0 || skipped.has(local)) skipDepth++;
    else handler.open?.(local, attributes);
  });
  parser.on("closetag", ({ name }) => {
    if (skipDepth > 0) skipDepth--;
    else handler.close?.(localName(name));
  });
  parser.on("text", (text) => {
    if (skipDepth === 0) handler.text?.(text);
  });
  parser.on("cdata", (text) => {
    if (skipDepth === 0) handler.text?.(text);
  });
  parser.write(xml).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
