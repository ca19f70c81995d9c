/**
 * Length in characters of the longest string that stands in both texts, in which at least two characters count.
 * One row of the usual table at a time; both texts are a few hundred characters.
 */
export function longestCommonRun(question: string, text: string): number {
  let longest = 0;
  let previous = new Uint16Array(text.length + 1);
  let current = new Uint16Array(text.length + 1);
  for (let i = 0; i < question.length; i++) {
    const unit = question.charCodeAt(i);
    const isBreak = unit <= 0x20;
    for (let j = 0; j < text.length; j++) {
      const run = !isBreak && text.charCodeAt(j) === unit ? (previous[j] ?? 0) + 1 : 0;
      current[j + 1] = run;
      if (run > longest) longest = run;
    }
    [previous, current] = [current, previous];
  }
  return longest > 1 ? longest : 0;
}
