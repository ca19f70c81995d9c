/** A citation marker as it stands in an answer's text, such as `[1]`. */
export const markerPattern = /\[(\d{1,4})\]/g;

export function removeMarkers(text: string): string {
  return text.replace(/[ \t]*\[\d{1,4}\]/g, "");
}

/** Each cited marker's number as the reader sees it: 1 for the first to appear in the text, and so on. */
export function numberMarkers(text: string, cited: ReadonlySet<number>): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const [, digits] of text.matchAll(markerPattern)) {
    const marker = Number(digits);
    if (cited.has(marker) && !numbers.has(marker)) numbers.set(marker, numbers.size + 1);
  }
  return numbers;
}
