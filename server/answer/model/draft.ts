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
import { inTurn } from "./turns.ts";

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
  /** What has come about since the last time it was asked for. */
  readonly #events: AskEvent[] = [];
  /** Resolves once the sentences written so far have their verdicts. */
  #checking: Promise<void> = Promise.resolve();

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

  /** The events of a part of the reply, verdicts of earlier sentences among them; text does not wait for a marker. */
  async *take(tokens: readonly Token[]): AsyncGenerator<AskEvent> {
    for (const token of tokens) {
      if (token.kind === "text") this.#write(token.text);
      else if (token.kind === "dropped") this.#dropped += 1;
      else if (token.kind === "marker") {
        yield* this.#events.splice(0);
        for (const reference of token.references) await this.#cite(reference);
      }
    }
    yield* this.#events.splice(0);
  }

  async end(): Promise<readonly AskEvent[]> {
    for (const sentence of this.#reader.end()) this.#check(() => this.#checker.check(sentence));
    this.#check(() => this.#checker.end());
    await this.#checking;
    return this.#events.splice(0);
  }

  /** Sentences are checked one after another while the text goes on. */
  #check(work: () => Iterable<AskEvent>): void {
    this.#checking = this.#checking.then(async () => {
      this.#events.push(...(await inTurn(() => [...work()])));
    });
    // Thrown where it is waited for, if anybody still waits.
    this.#checking.catch(() => {});
  }

  /** Text that is shown at the same time is one event. */
  #show(text: string): void {
    this.#text += text;
    const last = this.#events.at(-1);
    if (last?.event === "delta") this.#events.pop();
    const before = last?.event === "delta" ? last.data.text : "";
    this.#events.push({ event: "delta", data: { text: before + text } });
  }

  #write(piece: string): void {
    const isPunctuation = /^[.,;:!?。，；：！？、）)]/.test(piece);
    const whole = (isPunctuation ? this.#blanks.replace(/ +$/, "") : this.#blanks) + piece;
    const text = whole.trimEnd();
    this.#blanks = whole.slice(text.length);
    if (text === "") return;
    const written = joinInert(this.#text, this.isEmpty ? text.trimStart() : text);
    this.#show(written);
    for (const sentence of this.#reader.addText(written)) this.#check(() => this.#checker.check(sentence));
  }

  async #cite(reference: Reference): Promise<void> {
    const own = withoutMarks(this.#reader.unfinished);
    await this.#checking;
    const claims = [...this.#checker.waiting, own];
    const quotation = makesClaim(own.replace(/[:：?？]$/, ""))
      ? await inTurn(() => locate(reference, claims, this.#reading))
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
      this.#show(written);
    }
    if (this.#citations.has(next.url)) return;
    this.#citations.set(next.url, next);
    this.#events.push({ event: "citation", data: next });
  }
}
