/** Three to five letters of a word with its ends marked, as features of a word that has no vector of its own. */
export function subwordsOf(word: string): string[] {
  const marked = `<${word.slice(0, LONGEST_WORD)}>`;
  const subwords: string[] = [];
  for (let start = 0; start < marked.length; start++) {
    for (let length = 3; length <= 5 && start + length <= marked.length; length++) {
      subwords.push(`~${marked.slice(start, start + length)}`);
    }
  }
  return subwords;
}

const LONGEST_WORD = 20;

/** The strength of each of so many subwords: together they count about as much as a word. */
export function subwordStrength(count: number): number {
  return 1 / Math.sqrt(count);
}
