import TraditionalToSimplified from "opencc-js/dict/TSCharacters";

/** A text in simplified characters, for showing: unlike fold, it leaves case, width and punctuation as they are. */
export function simplify(text: string): string {
  let simplified = "";
  for (const character of text) simplified += simplifiedForms.get(character) ?? character;
  return simplified;
}

const simplifiedForms: ReadonlyMap<string, string> = new Map(
  TraditionalToSimplified.split("|").map((entry) => {
    const [from = "", to = from] = entry.split(" ");
    return [from, to];
  }),
);
