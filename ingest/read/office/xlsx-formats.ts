import { walkXml } from "./xml.ts";

/** How a number is shown; of an amount of money or a fraction only the number itself. */
export type NumberFormat = "plain" | "percent" | "date" | "time" | "date-time";

/** The format of each cell style, by the style's position. */
export function readNumberFormats(xml: string): NumberFormat[] {
  const own = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCellStyles = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isCellStyles = true;
      if (name === "xf" && isCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(classify(own.get(id) ?? builtIn(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return formats;
}

/** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates in Chinese editions. */
function builtIn(id: number): string {
  if (id === 9 || id === 10) return "0%";
  if (id === 18 || id === 19 || id === 20 || id === 21 || (id >= 45 && id <= 47)) return "h:mm";
  if (id === 22) return "yyyy-m-d h:mm";
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "yyyy-m-d" : "General";
}

function classify(code: string): NumberFormat {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").split(";")[0] ?? "";
  if (/^general$/i.test(bare)) return "plain";
  const hasTime = /[hs]/i.test(bare);
  const hasDate = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime);
  if (hasDate || hasTime) return hasDate && hasTime ? "date-time" : hasDate ? "date" : "time";
  return bare.includes("%") ? "percent" : "plain";
}

/** A number as its cell shows it; dates in ISO order. Days count from 1900, or from 1904 in some old workbooks. */
export function showNumber(value: number, format: NumberFormat, isFrom1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  if (format === "percent") return `${trimNoise(value * 100)}%`;
  if (format === "plain") return trimNoise(value);
  const days = isFrom1904 ? value - 24_107 : value - 25_569;
  const date = new Date(Math.round(days * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return trimNoise(value);
  const [day = "", time = ""] = date.toISOString().split(/T|\.000Z/);
  const clock = time.replace(/:00$/, "");
  return format === "date" ? day : format === "time" ? clock : `${day} ${clock}`;
}

/** Fifteen digits are what a spreadsheet keeps; what follows is noise of binary fractions. */
function trimNoise(value: number): string {
  return String(Number(value.toPrecision(15)));
}
