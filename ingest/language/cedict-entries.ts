import { setImmediate } from "node:timers/promises";
import { type CedictEntry, readCedict } from "./cedict.ts";
import { fold } from "./fold.ts";

/** The entries of a folded Chinese word as CC-CEDICT writes them; empty for a word it does not list. */
export type FindEntries = (foldedWord: string) => readonly CedictEntry[];

/** Reads CC-CEDICT at the first call (half a second, in parts) and keeps it, 40 MB, for the life of the process. */
export function loadCedictEntries(): Promise<FindEntries> {
  loaded ??= fileEntries();
  return loaded;
}

let loaded: Promise<FindEntries> | undefined;

const entriesAtOnce = 2000;

/** Each word's entries are one text, a line an entry: far fewer objects than parsed entries would be. */
async function fileEntries(): Promise<FindEntries> {
  const written = new Map<string, string>();
  let read = 0;
  for (const { traditional, simplified, pinyin, senses } of readCedict()) {
    const word = fold(simplified);
    const entry = [traditional, simplified, pinyin, ...senses].join("\t");
    const before = written.get(word);
    written.set(word, before === undefined ? entry : `${before}\n${entry}`);
    if (++read % entriesAtOnce === 0) await setImmediate();
  }
  return (word) => written.get(word)?.split("\n").map(parseEntry) ?? [];
}

function parseEntry(line: string): CedictEntry {
  const [traditional = "", simplified = "", pinyin = "", ...senses] = line.split("\t");
  return { traditional, simplified, pinyin, senses };
}
