import type { AnswerSentence, AskEvent, Citation, Verdict } from "../../api/types.ts";
import type { Reading } from "../reading.ts";
import { verifySentence } from "../verify/verify-sentence.ts";
import { makesClaim, withoutMarks } from "./claims.ts";
import type { WrittenSentence } from "./sentence-reader.ts";

/**
 * A verdict for each sentence that makes a claim. One without markers is held against the citations of the sentences
 * beside it, and takes them over where they carry it; else it is unsupported.
 */
export class SentenceChecker {
  readonly #reading: Reading;
  readonly #citation: (marker: number) => Citation | undefined;
  readonly #sentences: AnswerSentence[] = [];
  /** Sentences without markers whose verdict waits for the next one with some. */
  #waiting: number[] = [];
  #lastMarkers: readonly number[] = [];

  constructor(reading: Reading, citation: (marker: number) => Citation | undefined) {
    this.#reading = reading;
    this.#citation = citation;
  }

  get sentences(): readonly AnswerSentence[] {
    return this.#sentences;
  }

  /** Sentences of this line that the next marker may stand for as well. */
  get waiting(): readonly string[] {
    return this.#waiting.map((index) => this.#sentences[index]?.text ?? "");
  }

  *check({ text: written, markers, endsLine }: WrittenSentence): Generator<AskEvent> {
    const text = withoutMarks(written);
    if (markers.length > 0 && text !== "") {
      const index = this.#add(text, markers, this.#verify(text, markers));
      this.#lastMarkers = markers;
      yield* this.#settle(markers);
      yield this.#event(index);
    } else if (makesClaim(text)) {
      const isCarried = this.#verify(text, this.#lastMarkers) === "supported";
      const index = this.#add(
        text,
        isCarried ? this.#lastMarkers : [],
        isCarried ? "supported" : "unsupported",
      );
      if (isCarried) yield this.#event(index);
      else this.#waiting.push(index);
    }
    if (endsLine) yield* this.#settle([]);
  }

  end(): Generator<AskEvent> {
    return this.#settle([]);
  }

  *#settle(markers: readonly number[]): Generator<AskEvent> {
    for (const index of this.#waiting.splice(0)) {
      const { text = "" } = this.#sentences[index] ?? {};
      if (this.#verify(text, markers) === "supported") {
        this.#sentences[index] = { text, citations: markers, verdict: "supported" };
      }
      yield this.#event(index);
    }
  }

  #add(text: string, citations: readonly number[], verdict: Verdict): number {
    return this.#sentences.push({ text, citations, verdict }) - 1;
  }

  #verify(sentence: string, markers: readonly number[]): Verdict {
    const { question, dictionary } = this.#reading;
    const cited = markers.flatMap((marker) => this.#evidence(this.#citation(marker)));
    return verifySentence({ sentence, cited, question: question.text, dictionary });
  }

  /** What a reader sees of a citation: its title, which says of whom and when the lines speak, and the quote. */
  #evidence(citation: Citation | undefined): string[] {
    return citation ? [citation.title, citation.quote] : [];
  }

  #event(sentence: number): AskEvent {
    const checked = this.#sentences[sentence] ?? { text: "", citations: [], verdict: "unsupported" };
    return { event: "verdict", data: { sentence, ...checked } };
  }
}
