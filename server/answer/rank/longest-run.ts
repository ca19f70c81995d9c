/** Length in characters of the longest string that stands in the question and in a text. */
export type MeasureRun = (text: string) => number;

/**
 * Measures runs in which at least two characters count, up to `most`. Where a pair of characters of the text stands
 * in the question, the run is followed from there, but only if the character that would make it the longest agrees.
 */
export function createRunMeasure(question: string, most: number): MeasureRun {
  const places = placesOfPairs(question);
  return (text) => {
    let longest = 1;
    for (let at = 0; at + longest < text.length && longest < most; at++) {
      for (const place of places.get(pairAt(text, at)) ?? []) {
        if (question.charCodeAt(place + longest) !== text.charCodeAt(at + longest)) continue;
        longest = Math.max(longest, Math.min(most, runLength(question, place, text, at)));
      }
    }
    return longest > 1 ? longest : 0;
  };
}

/** Where each pair of neighbouring characters without a break stands. */
function placesOfPairs(question: string): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let place = 0; place + 1 < question.length; place++) {
    if (isBreak(question.charCodeAt(place)) || isBreak(question.charCodeAt(place + 1))) continue;
    const pair = pairAt(question, place);
    const known = places.get(pair);
    if (known) known.push(place);
    else places.set(pair, [place]);
  }
  return places;
}

function runLength(question: string, place: number, text: string, at: number): number {
  let length = 0;
  while (place + length < question.length && at + length < text.length) {
    const unit = question.charCodeAt(place + length);
    if (isBreak(unit) || unit !== text.charCodeAt(at + length)) break;
    length++;
  }
  return length;
}

function isBreak(unit: number): boolean {
  return unit <= 0x20;
}

/** Two UTF-16 units as one 32-bit integer. */
function pairAt(text: string, offset: number): number {
  return (text.charCodeAt(offset) << 16) | text.charCodeAt(offset + 1);
}
