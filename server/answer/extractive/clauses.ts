import { hasIdeograph } from "../../../ingest/language/characters.ts";

/** A clause shorter than this says too little by itself and is read together with the next. */
const leastChineseLength = 12;
const leastLatinLength = 40;

/** A sentence in pieces that end with a comma, semicolon or colon; they make up the whole of it. */
export function splitClauses(sentence: string): string[] {
  const least = hasIdeograph(sentence) ? leastChineseLength : leastLatinLength;
  const clauses: string[] = [];
  let open = "";
  for (const piece of sentence.split(/(?<=[，；：、;:]|, )/u)) {
    open += piece;
    if (open.length < least) continue;
    clauses.push(open);
    open = "";
  }
  if (open === "") return clauses;
  return clauses.length === 0 ? [open] : [...clauses.slice(0, -1), clauses.at(-1) + open];
}
