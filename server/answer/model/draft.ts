import type { AnswerSentence, AskEvent, Citation } from "../../api/types.ts";
import { citeQuotation } from "../cite.ts";
import type { Reading } from "../reading.ts";
import { makesClaim, withoutMarks } from "./claims.ts";
import { joinInert } from "./inert-text.ts";
import { locate } from "./locate.ts";
import type { Reference } from "./references.ts";
import type { Token } from "./reply-token.ts";
import { SentenceChecker } from "./sentence-checker.ts";
import { SentenceReader } from "./sentence-reader.ts";

/** The answer as it grows: text with our own markers, citations by first appearance, a verdict for each claim. */
export class Draft {
  readonly #reading: Reading;
  readonly #reader = new SentenceReader();
  readonly #checker: SentenceChecker;
  readonly #citations = new Map<string, Citation>();
  #text = "";
  /** Blanks are written with what follows them, unless that is punctuation after a marker that went. */
  #blanks = "";
  #dropped = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#checker = new SentenceChecker(reading, (marker) => this.citations[marker - 1]);
  }

  get isEmpty(): boolean {
    return this.#text === "";
  }

  get text(): string {
    return this.#text;
  }

  get citations(): readonly Citation[] {
    return [...this.#citations.values()];
  }

  get sentences(): readonly AnswerSentence[] {
    return this.#checker.sentences;
  }

  /** Markers that pointed nowhere. */
  get droppedMarkers(): number {
    return this.#dropped;
  }

  *take(token: Token): Generator<AskEvent> {
    if (token.kind === "text") yield* this.#write(token.text);
    else if (token.kind === "marker") for (const reference of token.references) yield* this.#cite(reference);
    else if (token.kind === "dropped") this.#dropped += 1;
  }

  *end(): Generator<AskEvent> {
    for (const sentence of this.#reader.end()) yield* this.#checker.check(sentence);
    yield* this.#checker.end();
  }

  *#write(piece: string): Generator<AskEvent> {
    const isPunctuation = /^[.,;:!?。，；：！？、）)]/.test(piece);
    const whole = (isPunctuation ? this.#blanks.replace(/ +$/, "") : this.#blanks) + piece;
    const text = whole.trimEnd();
    this.#blanks = whole.slice(text.length);
    if (text === "") return;
    const written = joinInert(this.#text, this.isEmpty ? text.trimStart() : text);
    this.#text += written;
    yield { event: "delta", data: { text: written } };
    for (const sentence of this.#reader.addText(written)) yield* this.#checker.check(sentence);
  }

  *#cite(reference: Reference): Generator<AskEvent> {
    const own = withoutMarks(this.#reader.unfinished);
    const claims = [...this.#checker.waiting, own];
    const quotation = makesClaim(own.replace(/[:：?？]$/, ""))
      ? locate(reference, claims, this.#reading)
      : null;
    if (quotation === null) {
      this.#dropped += 1;
      return;
    }
    const next = citeQuotation(this.#reading.base, quotation, this.#citations.size + 1);
    const citation = this.#citations.get(next.url) ?? next;
    this.#reader.addMarker(citation.marker);
    const mark = `[${citation.marker}]`;
    if (!this.#text.endsWith(mark)) {
      const written = joinInert(this.#text, this.#blanks.includes("\n") ? ` ${mark}` : this.#blanks + mark);
      if (!this.#blanks.includes("\n")) this.#blanks = "";
      this.#text += written;
      yield { event: "delta", data: { text: written } };
    }
    if (this.#citations.has(next.url)) return;
    this.#citations.set(next.url, next);
    yield { event: "citation", data: next };
  }
}
