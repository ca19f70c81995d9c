/** A sentence without list and emphasis marks, as it is checked and as the wire names it. */
export function withoutMarks(sentence: string): string {
  return sentence
    .replace(/^\s*(?:-\s+|\d{1,2}[.)、](?!\d)\s*)/, "")
    .replaceAll("**", "")
    .trim();
}

/**
 * Whether a sentence says something that lines must carry: lead-ins, headers, questions and what says only that the
 * documents are silent do not.
 */
export function makesClaim(sentence: string): boolean {
  if ((sentence.match(/[\p{Script=Han}]|[\p{L}\p{N}]+/gu)?.length ?? 0) < 2) return false;
  return !/[:：?？]$/.test(sentence) && !silence.test(sentence);
}

const silence =
  /^(?!.*\d)(?=.{0,160}$).*(?:(?:passages?|documents?|sources?|texts?|excerpts?)\b.*\b(?:do(?:es)? not|don't|doesn't|did not|no) (?:\w+ )?(?:mention|say|state|answer|specify|cover|address|give|provide|contain|include|information)|(?:文件|文档|段落|原文|資料|资料|材料).{0,12}(?:沒有|没有|未有|並未|并未|未|無|无)(?:\S{0,4})(?:提及|提到|說明|说明|回答|列出|交代|涉及|提供|記載|记载|指明))/iu;
