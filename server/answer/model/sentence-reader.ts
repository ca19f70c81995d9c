/** A sentence of an answer as it was written, with the markers that follow its words. */
export interface WrittenSentence {
  readonly text: string;
  readonly markers: readonly number[];
  /** Whether a line of the answer ends with it. */
  readonly endsLine: boolean;
}

const closers = "」』）)”’\"'》】*";

/** Takes text and markers in the order they are written, and gives each sentence once the next one has begun. */
export class SentenceReader {
  #text = "";
  #markers: { readonly marker: number; readonly at: number }[] = [];

  /** What of the sentence that is being written stands there so far. */
  get unfinished(): string {
    const ends = sentenceEnds(this.#text);
    const last = ends.at(-1);
    if (last === undefined) return this.#text.trim();
    const rest = this.#text.slice(last).trim();
    return rest === "" ? this.#text.slice(ends.at(-2) ?? 0).trim() : rest;
  }

  addMarker(marker: number): void {
    this.#markers.push({ marker, at: this.#text.length });
  }

  addText(text: string): WrittenSentence[] {
    this.#text += text;
    return this.#take(false);
  }

  end(): WrittenSentence[] {
    return this.#take(true);
  }

  #take(isEnd: boolean): WrittenSentence[] {
    const sentences: WrittenSentence[] = [];
    let from = 0;
    const ends = sentenceEnds(this.#text);
    if (isEnd) ends.push(this.#text.length);
    for (const end of ends) {
      const gap = /^\s*/.exec(this.#text.slice(end))?.[0] ?? "";
      const next = end + gap.length;
      if (next === this.#text.length && !isEnd) break;
      const text = this.#text.slice(from, end).trim();
      const endsLine = next === this.#text.length || gap.includes("\n");
      // A marker between two sentences belongs to the first.
      const markers = this.#markers.filter(({ at }) => at <= next && (at > from || from === 0));
      if (text !== "" || markers.length > 0) {
        sentences.push({ text, markers: [...new Set(markers.map(({ marker }) => marker))], endsLine });
      }
      from = next;
    }
    this.#text = this.#text.slice(from);
    this.#markers = this.#markers
      .filter(({ at }) => at > from)
      .map(({ marker, at }) => ({ marker, at: at - from }));
    return sentences;
  }
}

const abbreviation =
  /(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|No|Nos|Art|Sec|Fig|vs|etc|approx|cf|e\.g|i\.e|Co|Ltd|Inc|U\.S|U\.K)$/i;

/** Offsets where sentences end; a point at the end of the text is not one yet. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? "";
    if (mark === "\n") ends.push(at);
    else if ("。！？；!?".includes(mark) || (mark === "." && isFullStop(text, at))) {
      while (closers.includes(text[at + 1] || " ")) at++;
      ends.push(at + 1);
    }
  }
  return ends;
}

function isFullStop(text: string, at: number): boolean {
  return (
    /^[*"'”’)]*\s/.test(text.slice(at + 1, at + 5)) && !abbreviation.test(text.slice(Math.max(0, at - 8), at))
  );
}
