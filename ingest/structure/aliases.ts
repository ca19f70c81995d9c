/** A short string occurs by chance more often than a long one. */
const leastMentions = (length: number) => (length > 2 ? 2 : 4);
const mostAliases = 4;

/**
 * Short names that a document uses for its organisation: what it puts in brackets behind the name, and strings it
 * often uses whose characters stand in the name in the same order (工總 for 香港工業總會). A string that the name
 * simply contains is no alias.
 */
export function findAliases(organisation: string, text: string): string[] {
  const named = bracketedNames(organisation, text);
  const used = /^\p{Script=Han}/u.test(organisation) ? abbreviations(organisation, text) : [];
  const all = [...new Set([...named, ...used])];
  return all
    .filter((name) => !all.some((other) => other !== name && other.includes(name)))
    .slice(0, mostAliases);
}

function bracketedNames(organisation: string, text: string): string[] {
  const names: string[] = [];
  for (let at = text.indexOf(organisation); at >= 0; at = text.indexOf(organisation, at + 1)) {
    const match = /^\s*[（(](?:以下)?(?:簡稱|简称)?[「“"]?([^）)」”"，,]{2,12})[」”"]?[）)]/.exec(
      text.slice(at + organisation.length),
    );
    if (match?.[1]) names.push(match[1].trim());
  }
  return names;
}

/** Two to four characters, first and last significant, skipping some of the name's characters. */
function abbreviations(organisation: string, text: string): string[] {
  const counts = new Map<string, number>();
  const characters = new Set(organisation);
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let start = 0; start < run.length; start++) {
      if (!characters.has(run[start] ?? "")) continue;
      for (let length = 2; length <= 4 && start + length <= run.length; length++) {
        const string = run.slice(start, start + length);
        if (!isSkippingSubsequence(string, organisation)) continue;
        counts.set(string, (counts.get(string) ?? 0) + 1);
      }
    }
  }
  const frequent = [...counts].filter(([string, count]) => count >= leastMentions(string.length));
  return frequent
    .sort((a, b) => b[0].length - a[0].length || b[1] - a[1])
    .map(([string]) => string)
    .filter(
      (string, index, all) =>
        endsAsNamed(string, organisation) && !all.slice(0, index).some((longer) => longer.includes(string)),
    );
}

function isSkippingSubsequence(string: string, name: string): boolean {
  if (name.includes(string)) return false;
  let at = -1;
  for (const character of string) {
    at = name.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** A short name keeps the end of the name, or the first character of its last word (工總 of 工業總會). */
function endsAsNamed(string: string, organisation: string): boolean {
  return string.at(-1) === organisation.at(-1) || string.at(-1) === organisation.at(-2);
}
