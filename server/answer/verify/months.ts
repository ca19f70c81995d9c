/** The months in English, in order, in lower case. */
export const monthNames =
  "january february march april may june july august september october november december".split(" ");

export function isMonth(word: string): boolean {
  return monthNames.includes(word.toLowerCase());
}
