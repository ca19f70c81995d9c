/** Strings, and the marks that open, close and separate; numbers and words need no look. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Whether an object of this JSON text names a key twice, where `JSON.parse` would silently keep the last.
 * The text must be valid JSON. Nesting is followed with a list, not by recursion, so that depth is harmless.
 */
export function hasDuplicateKey(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  let lastString = "";

  for (const [mark] of json.matchAll(token)) {
    if (mark === "{") open.push(new Set());
    else if (mark === "[") open.push(null);
    else if (mark === "}" || mark === "]") open.pop();
    else if (mark === ":") {
      const keys = open.at(-1);
      if (keys?.has(lastString)) return true;
      keys?.add(lastString);
    } else if (mark !== ",") lastString = JSON.parse(mark);
  }
  return false;
}
