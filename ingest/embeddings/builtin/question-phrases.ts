import { fold } from "../../language/fold.ts";
import { blankStopPhrases } from "../../language/stop-words.ts";

/** The text with blanks for the Chinese phrases that ask (什麼, 有沒有, 點解…), which passages do not share. */
export function withoutQuestionPhrases(text: string): string {
  const folded = fold(text);
  const blanked = blankStopPhrases(folded);
  if (blanked === folded) return text;
  let kept = "";
  let start = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (blanked[offset] === folded[offset]) continue;
    kept += `${text.slice(start, offset)} `;
    start = offset + 1;
  }
  return kept + text.slice(start);
}
