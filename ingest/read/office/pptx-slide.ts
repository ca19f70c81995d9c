import { joinCells } from "../table-row.ts";
import { walkXml } from "./xml.ts";

export interface SlideBlock {
  /** "" where one shape ends and another begins. */
  readonly text: string;
  readonly isTitle: boolean;
}

export interface Slide {
  readonly isHidden: boolean;
  readonly blocks: readonly SlideBlock[];
}

/** The paragraphs of a slide's shapes, the title's first, the others in the order in which they are laid. */
export function readSlide(xml: string): Slide {
  const titles: SlideBlock[] = [];
  const others: SlideBlock[] = [];
  let isHidden = false;
  let isTitle = false;
  let isText = false;
  let text = "";
  let bullet = "";
  let row: string[] | null = null;
  let cell: string[] | null = null;

  const endParagraph = () => {
    const paragraph = text.trim() === "" ? "" : bullet + text;
    text = "";
    bullet = "";
    if (cell) cell.push(paragraph);
    else if (paragraph !== "") (isTitle ? titles : others).push({ text: paragraph, isTitle });
  };
  walkXml(
    xml,
    {
      open(name, attributes) {
        if (name === "sld") isHidden = /^(?:0|false)$/.test(attributes.show ?? "");
        if (name === "ph") isTitle = /^(?:title|ctrTitle)$/.test(attributes.type ?? "");
        if (name === "buChar") bullet = "• ";
        if (name === "t") isText = true;
        if (name === "br") text += "\n";
        if (name === "tr") row = [];
        if (name === "tc") cell = [];
      },
      close(name) {
        if (name === "t") isText = false;
        if (name === "p") endParagraph();
        if (name === "tc" && row && cell) {
          row.push(cell.join(" "));
          cell = null;
        }
        if (name === "tr" && row) {
          others.push({ text: joinCells(row), isTitle: false });
          row = null;
        }
        if (name === "sp" || name === "graphicFrame") {
          others.push({ text: "", isTitle: false });
          isTitle = false;
        }
      },
      text(piece) {
        if (isText) text += piece;
      },
    },
    new Set(["Fallback"]),
  );
  return { isHidden, blocks: [...titles, ...others] };
}
