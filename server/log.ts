import { type DestinationStream, type LevelWithSilent, type Logger, pino } from "pino";

export interface LogOptions {
  readonly level: LevelWithSilent;
  /** Keys of services, which stand in no line whoever repeats them. */
  readonly secrets: readonly (string | undefined)[];
}

/** A document's, reader's or service's words may be of any length; a stack is some 2,000 characters. */
const longestText = 4000;
const mostItems = 30;

/** The server's log: a JSON object a line, whatever texts from outside it names. */
export function createLog({ level, secrets }: LogOptions, destination?: DestinationStream): Logger {
  const hidden = secrets.filter((secret) => secret !== undefined && secret !== "") as readonly string[];
  const options = { level, base: null, hooks: { streamWrite: (line: string) => cleanLine(line, hidden) } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Texts of bounded length, without secrets, and with nothing that acts on a terminal or reorders a line. */
function cleanLine(line: string, secrets: readonly string[]): string {
  const unkeyed = secrets.reduce(
    (text, secret) => text.replaceAll(JSON.stringify(secret).slice(1, -1), "…"),
    line.replace(credentials, "$1…"),
  );
  const bounded =
    unkeyed.length > longestText ? `${JSON.stringify(shorten(JSON.parse(unkeyed)))}\n` : unkeyed;
  return bounded.replace(unprintable, escapeCharacter);
}

function shorten(value: unknown): unknown {
  if (typeof value === "string" && value.length > longestText) {
    return `${value.slice(0, longestText)}… (${value.length} characters)`;
  }
  if (Array.isArray(value)) return value.slice(0, mostItems).map(shorten);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).slice(0, mostItems);
  return Object.fromEntries(entries.map(([key, inner]) => [key.slice(0, longestText), shorten(inner)]));
}

/** What lets somebody in: after its name in an address or header, as a signed token, or as a service's key. */
const credentials =
  /([?&;\s"\\](?:[\w-]*(?:token|key|secret|password|signature)|code|groundline_reader)=|\b(?:Bearer|Basic) |:\/\/[^\s/"@:]*:(?=[^\s/"@]*@))[^\s"&;,@\\]+|\beyJ[\w-]+\.[\w-]+\.[\w-]*|\bsk-[\w-]{8,}/gi;

/** JSON escapes what stands below U+0020 by itself; these pass it: C1 controls, line separators, direction marks. */
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
