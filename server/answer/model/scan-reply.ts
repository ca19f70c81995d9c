import { readCode, readImage, readLineStart, readPlain, readTag } from "./reply-constructs.ts";
import { readBracket, readClosing, readUrl } from "./reply-links.ts";
import { type Read, type ScanOptions, type Token, text, withoutMarkers } from "./reply-token.ts";

/** The model's word for 'the passages do not answer this'. */
export const notFoundWord = "NOT_FOUND";

/**
 * The tokens of a reply that arrives in pieces of any size; how it is cut makes no difference to them. Images, HTML
 * and links are taken out, and so is what a model thinks aloud.
 */
export class ReplyScanner {
  readonly #options: ScanOptions;
  /** Begins as if after a line break, which is not part of the reply. */
  #rest = "\n";
  #isAtStart = true;
  #fence: string | null = null;
  #dropUntil: string | null = null;

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  push(piece: string): Token[] {
    this.#rest += piece;
    return this.#drain(false);
  }

  end(): Token[] {
    return this.#drain(true);
  }

  #drain(isEnd: boolean): Token[] {
    const tokens: Token[] = [];
    while (this.#rest !== "") {
      const read = this.#read(this.#rest, isEnd);
      if (read === null) break;
      this.#rest = this.#rest.slice(read.length);
      tokens.push(...read.tokens);
    }
    return tokens;
  }

  /** The construct that the rest begins with, or null where more must come to tell. */
  #read(rest: string, isEnd: boolean): Read | null {
    if (this.#dropUntil !== null) return this.#readDropped(rest, this.#dropUntil, isEnd);
    if (this.#fence !== null) return this.#readFenced(rest, this.#fence, isEnd);
    const at = rest.search(special);
    if (at !== 0)
      return readPlain(rest, { end: at < 0 ? rest.length : at, held: at < 0 ? held : null, isEnd });
    if (rest.startsWith("\n")) return this.#readLineStart(rest, isEnd);
    if (rest.startsWith("`")) return this.#readCode(rest, isEnd);
    if (rest.startsWith("<")) return this.#readTag(rest, isEnd);
    if (rest.startsWith(notFoundWord))
      return { length: notFoundWord.length, tokens: [{ kind: "not_found" }] };
    if (rest.startsWith("!")) return readImage(rest, this.#options, isEnd);
    if (rest.startsWith("]")) return readClosing(rest, isEnd);
    return /^[[【［]/.test(rest)
      ? readBracket(rest, this.#options, isEnd)
      : readUrl(rest, this.#options, isEnd);
  }

  #readLineStart(rest: string, isEnd: boolean): Read | null {
    const read = readLineStart(rest, this.#isAtStart, isEnd);
    if (read !== null) this.#isAtStart = false;
    return read;
  }

  #readCode(rest: string, isEnd: boolean): Read | null {
    const read = readCode(rest, isEnd);
    if (read?.fence) this.#fence = read.fence;
    return read;
  }

  #readFenced(rest: string, fence: string, isEnd: boolean): Read | null {
    const line = rest.indexOf("\n");
    if (line < 0 && !isEnd) return null;
    const whole = line < 0 ? rest : rest.slice(0, line + 1);
    if (whole.trim().startsWith(fence)) this.#fence = null;
    return withoutMarkers(whole);
  }

  #readTag(rest: string, isEnd: boolean): Read | null {
    const read = readTag(rest, this.#options, isEnd);
    if (read?.dropUntil) this.#dropUntil = read.dropUntil;
    return read;
  }

  #readDropped(rest: string, until: string, isEnd: boolean): Read | null {
    const at = rest.toLowerCase().indexOf(until);
    if (at < 0) return isEnd ? text(rest.length, "") : null;
    this.#dropUntil = null;
    return text(at + until.length, "");
  }
}

const special = new RegExp(String.raw`[\n${"`"}<!\[\]【［]|https?://|www\.|${notFoundWord}`, "i");
/** Words that may be about to end a piece half. */
const held = ["https://", "http://", "www.", notFoundWord];
