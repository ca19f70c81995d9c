import { readdirSync, readFileSync } from "node:fs";
import { readCedict } from "../../../language/cedict.ts";
import { loadCedictIndex } from "../../../language/cedict-index.ts";
import { fold } from "../../../language/fold.ts";
import { readGlosses } from "../../../language/gloss.ts";

/** Wordings of one idea, Chinese ones and English ones; neither side is empty. */
export interface Term {
  readonly sides: readonly [readonly string[], readonly string[]];
  /** How often to draw it, relative to others. */
  readonly weight: number;
}

/** How often a thesaurus line is drawn, relative to a common dictionary word. */
const THESAURUS_WEIGHT = 300;

/** The lines of every thesaurus file; `cn`, `tw`, `abbr` and `yue` before a wording say only where it is used. */
export function readThesaurusTerms(): Term[] {
  const folder = new URL("../../../language/thesaurus/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n").flatMap(readTerm));
}

function readTerm(line: string): Term[] {
  const [english, chinese] = line.replace(/#.*$/, "").split(/[=＝]/);
  if (english === undefined || chinese === undefined) return [];
  const en = readWordings(english);
  const zh = readWordings(chinese);
  return en.length > 0 && zh.length > 0 ? [{ sides: [zh, en], weight: THESAURUS_WEIGHT }] : [];
}

function readWordings(side: string): string[] {
  return side
    .split(/[;；|]/)
    .map((wording) => wording.trim().replace(/^(?:cn|tw|hk|abbr|yue) /, ""))
    .filter((wording) => wording !== "");
}

/** CC-CEDICT's words with their glosses and, last, the whole of their senses; commoner words are drawn oftener. */
export function readCedictTerms(): Term[] {
  const { wordNumbers, commonness } = loadCedictIndex();
  const terms: Term[] = [];
  for (const { simplified, pinyin, senses } of readCedict()) {
    const word = wordNumbers.get(fold(simplified));
    const glosses = readGlosses(senses, /^[A-Z]/.test(pinyin)).map(({ phrase }) => phrase);
    if (word === undefined || glosses.length === 0) continue;
    const en = [...glosses, senses.join("; ").replaceAll(/\[[^\]]*\]|CL:\S*/g, "")];
    terms.push({ sides: [[simplified], en], weight: (commonness[word] ?? 1) ** 2 });
  }
  return terms;
}
