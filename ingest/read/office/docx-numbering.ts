import type { ListPlace } from "./docx-styles.ts";
import { formatNumber } from "./number-formats.ts";
import { walkXml } from "./xml.ts";

interface Level {
  start: number;
  format: string;
  /** As in `%1.%2.`, a percent sign and a level from 1 standing for that level's number. */
  pattern: string;
}

interface Numbering {
  readonly levels: ReadonlyMap<string, Map<number, Level>>;
  readonly lists: ReadonlyMap<string, { definition: string; starts: Map<number, number> }>;
}

/** Tells the marker that Word shows before each paragraph of a list, asked in document order. */
export function createListMarkers(xml: string | null): (place: ListPlace) => string {
  const { levels, lists } = readNumbering(xml ?? "<none/>");
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();
  return ({ list, level }) => {
    const numbering = lists.get(list);
    const definition = levels.get(numbering?.definition ?? "");
    const own = definition?.get(level);
    if (!numbering || !definition || !own) return "";
    if (own.format === "bullet") return "• ";
    const numbers = counters.get(numbering.definition) ?? [];
    counters.set(numbering.definition, numbers);
    const start = numbering.starts.get(level);
    if (start !== undefined && !restarted.has(`${list}/${level}`)) numbers.length = level;
    restarted.add(`${list}/${level}`);
    numbers[level] = (numbers[level] ?? (start ?? own.start) - 1) + 1;
    numbers.length = level + 1;
    return spaced(fillPattern(own.pattern, numbers, definition));
  };
}

function readNumbering(xml: string): Numbering {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { definition: string; starts: Map<number, number> }>();
  let definition: Map<number, Level> | null = null;
  let list: { definition: string; starts: Map<number, number> } | null = null;
  let level: Level | null = null;
  let overridden = 0;
  walkXml(xml, {
    open(element, attributes) {
      const value = attributes["w:val"] ?? "";
      if (element === "abstractNum") {
        definition = new Map();
        levels.set(attributes["w:abstractNumId"] ?? "", definition);
      }
      if (element === "num") {
        list = { definition: "", starts: new Map() };
        lists.set(attributes["w:numId"] ?? "", list);
      }
      if (element === "abstractNumId" && list) list.definition = value;
      if (element === "lvlOverride") overridden = Number(attributes["w:ilvl"] ?? 0);
      if (element === "startOverride") list?.starts.set(overridden, Number(value));
      if (element === "lvl" && definition) {
        level = { start: 1, format: "decimal", pattern: "" };
        definition.set(Number(attributes["w:ilvl"] ?? 0), level);
      }
      if (!level) return;
      if (element === "start") level.start = Number(value);
      if (element === "numFmt") level.format = value;
      if (element === "lvlText") level.pattern = value;
    },
    close(element) {
      if (element === "lvl") level = null;
      if (element === "abstractNum") definition = null;
      if (element === "num") list = null;
    },
  });
  return { levels, lists };
}

function fillPattern(
  pattern: string,
  numbers: readonly number[],
  levels: ReadonlyMap<number, Level>,
): string {
  return pattern.replace(/%(\d)/g, (_, digit: string) => {
    const level = levels.get(Number(digit) - 1);
    return formatNumber(numbers[Number(digit) - 1] ?? level?.start ?? 1, level?.format ?? "decimal");
  });
}

/** Full-width marks carry their own space. */
function spaced(marker: string): string {
  return marker === "" || /[、）．】：]$/.test(marker) ? marker : `${marker} `;
}
