/** So many letters of an answer had been sent, or had arrived, at a time in milliseconds since 1970. */
export interface Mark {
  readonly letters: number;
  readonly at: number;
}

/** Markers are rewritten on the way and markup may go; letters stay as they are. */
export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** On the clock that all processes share. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** How long each piece with letters was on its way, with the time it arrived. */
export function matchMarks(
  sent: readonly Mark[],
  received: readonly Mark[],
): { readonly at: number; readonly delay: number }[] {
  let next = 0;
  return sent.flatMap((piece, index) => {
    if (piece.letters === (sent[index - 1]?.letters ?? 0)) return [];
    while ((received[next]?.letters ?? Number.POSITIVE_INFINITY) < piece.letters) next++;
    const arrival = received[next];
    return arrival ? [{ at: arrival.at, delay: arrival.at - piece.at }] : [];
  });
}
