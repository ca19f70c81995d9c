import { walkXml } from "./xml.ts";

/** What a paragraph style says of its paragraphs. */
export interface ParagraphStyle {
  readonly heading: number | null;
  readonly numbering: ListPlace | null;
}

/** A level (from 0) of a numbered list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface RawStyle {
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: string | null;
  level: number | null;
}

/** Paragraph styles by id, with what they inherit. */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const raw = readRawStyles(xml);
  return new Map([...raw.keys()].map((id) => [id, resolveStyle(lineage(id, raw))]));
}

function readRawStyles(xml: string): ReadonlyMap<string, RawStyle> {
  const raw = new Map<string, RawStyle>();
  let style: RawStyle | null = null;
  walkXml(xml, {
    open(element, attributes) {
      const value = attributes["w:val"] ?? "";
      if (element === "style") {
        style = { name: "", basedOn: null, outline: null, list: null, level: null };
        raw.set(attributes["w:styleId"] ?? "", style);
      }
      if (!style) return;
      if (element === "name") style.name = value;
      if (element === "basedOn") style.basedOn = value;
      if (element === "outlineLvl") style.outline = Number(value);
      if (element === "numId") style.list = value;
      if (element === "ilvl") style.level = Number(value);
    },
    close(element) {
      if (element === "style") style = null;
    },
  });
  return raw;
}

/** A style and those it is based on, nearest first; a circle of styles ends where it closes. */
function lineage(id: string, raw: ReadonlyMap<string, RawStyle>): RawStyle[] {
  const styles = new Set<RawStyle>();
  for (let style = raw.get(id); style && !styles.has(style); style = raw.get(style.basedOn ?? ""))
    styles.add(style);
  return [...styles];
}

function resolveStyle(styles: readonly RawStyle[]): ParagraphStyle {
  const list = styles.find((style) => style.list !== null)?.list ?? null;
  const level = styles.find((style) => style.level !== null)?.level ?? 0;
  return {
    heading: headingOf(styles),
    numbering: list === null || list === "0" ? null : { list, level },
  };
}

/** Word keeps the English names of its own heading styles in every language; an outline level of 9 is running text. */
function headingOf(styles: readonly RawStyle[]): number | null {
  for (const { name, outline } of styles) {
    if (outline !== null) return outline < 9 ? outline + 1 : null;
    const level = /^heading (\d)$/i.exec(name)?.[1];
    if (level) return Number(level);
    if (/^title$/i.test(name)) return 1;
  }
  return null;
}
