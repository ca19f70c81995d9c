/** One idea in its English and Chinese wordings, the preferred wording of each language first. */
export interface Concept {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** A glossary text that cannot be read; the message names the line and says how it should look. */
export class GlossaryError extends Error {
  constructor(line: number, problem: string) {
    super(`Glossary line ${line}: ${problem}. Write "English term; other term = 中文; 變體 | yue 口語".`);
    this.name = "GlossaryError";
  }
}

/**
 * Reads a glossary: one concept a line, `English term; other term = 中文; 變體 | cn 内地 | tw 台灣 | abbr 簡稱 | yue 口語`.
 * Either side may hold one term or several, separated by `;` or `；`; after the formal Chinese terms may follow
 * regional, short and colloquial ones behind their tags. Blank lines are skipped and `#` begins a comment. A term
 * that repeats within its line counts once. Throws GlossaryError with the 1-based line for a line without exactly
 * one `=`, an empty side, an unknown tag, or sides the wrong way round.
 */
export function parseGlossary(text: string): Concept[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const content = line
      .replace(/^\ufeff/, "")
      .replace(/#.*$/, "")
      .trim();
    return content === "" ? [] : [parseConcept(content, index + 1)];
  });
}

function parseConcept(content: string, line: number): Concept {
  const [english, chinese, ...more] = content.split(/[=＝]/);
  if (english === undefined || chinese === undefined || more.length > 0) {
    throw new GlossaryError(line, `expected one "=" in "${content}"`);
  }
  const concept = { en: readTerms(english), zh: readChinese(chinese, line) };
  if (concept.en.length === 0) throw new GlossaryError(line, `no English term in "${content}"`);
  if (concept.zh.length === 0) throw new GlossaryError(line, `no Chinese term in "${content}"`);
  const misplaced = concept.en.find((term) => !/[\p{Script=Latin}\d]/u.test(term));
  if (misplaced !== undefined)
    throw new GlossaryError(line, `"${misplaced}" is not English; the left side is`);
  return concept;
}

/** Formal terms first, as they stand, then those behind tags. */
function readChinese(side: string, line: number): string[] {
  const [formal = "", ...tagged] = side.split(/[|｜]/);
  const variants = tagged.flatMap((segment) => {
    const [, tag, terms] = /^\s*(\w+)\s+(.+)$/.exec(segment) ?? [];
    if (tag === undefined || terms === undefined || !tags.includes(tag)) {
      throw new GlossaryError(line, `"${segment.trim()}" does not begin with ${tags.join(", ")}`);
    }
    return readTerms(terms);
  });
  return [...new Set([...readTerms(formal), ...variants])];
}

const tags = ["cn", "tw", "abbr", "yue"];

function readTerms(side: string): string[] {
  const terms = side.split(/[;；]/).map((term) => term.trim());
  return [...new Set(terms.filter((term) => term !== ""))];
}
