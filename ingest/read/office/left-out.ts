import type { ReadWarning } from "../read-result.ts";
import type { Archive } from "./archive.ts";
import { readRelations } from "./relations.ts";
import { walkXml } from "./xml.ts";

/**
 * Names what hangs on the parts of a file beside the text that is read: remarks of its writers, a speaker's notes and
 * what Word repeats on every page. None of it is what the document says to its readers.
 */
export async function warnOfLeftOut(archive: Archive, parts: readonly string[]): Promise<ReadWarning[]> {
  let comments = 0;
  let notes = 0;
  const headers = new Set<string>();
  for (const part of parts) {
    for (const { kind, target } of (await readRelations(archive, part)).values()) {
      if (!/^(?:comments|notesSlide|header|footer)$/.test(kind)) continue;
      const { text, elements } = readPart((await archive.readText(target)) ?? "<none/>");
      if (kind === "comments") comments += (elements.get("comment") ?? 0) + (elements.get("cm") ?? 0);
      else if (kind === "notesSlide") notes += text === "" ? 0 : 1;
      else if (hasWords(text)) headers.add(text);
    }
  }
  const found: readonly (readonly [string, number, string])[] = [
    ["comments_left_out", comments, "comments; they are not read"],
    ["notes_left_out", notes, "slides with speaker notes; the notes are not read"],
    ["headers_left_out", headers.size, "page headers or footers; they are not read"],
  ];
  return found.flatMap(([code, count, message]) =>
    count > 0 ? [{ code: `${code}:${count}`, message: `holds ${count} ${message}` }] : [],
  );
}

/** The text of a part, without fields such as the slide's number, and how many elements of each name it has. */
function readPart(xml: string): { readonly text: string; readonly elements: ReadonlyMap<string, number> } {
  const elements = new Map<string, number>();
  let text = "";
  let isText = false;
  walkXml(
    xml,
    {
      open(name) {
        elements.set(name, (elements.get(name) ?? 0) + 1);
        isText = name === "t";
      },
      close() {
        isText = false;
      },
      text(piece) {
        if (isText) text += piece;
      },
    },
    new Set(["fld", "fldSimple", "Fallback"]),
  );
  return { text: text.trim(), elements };
}

/** Whether a header says more than which page this is. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\b(?:page|of)\b|[第頁页共]/giu, ""));
}
