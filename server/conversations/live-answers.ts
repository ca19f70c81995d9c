import { createHash } from "node:crypto";
import { ProblemError } from "../http/problem.ts";
import { LiveAnswer, type LiveAnswerOptions } from "./live-answer.ts";

/** A lost connection has this long to come back before the model is stopped. */
const graceInMs = 15_000;
/** A finished answer's events are kept this long for one that comes back late; then there is the stored answer. */
const keptInMs = 120_000;

export interface Intent {
  readonly reader: string;
  /** The request's Idempotency-Key: with one, sending again means the same answer, and a lost connection may come back. */
  readonly key: string | null;
  readonly request: unknown;
}

interface Entry {
  readonly reader: string;
  readonly fingerprint: string;
  readonly answer: LiveAnswer;
}

/** The answers being made now, and those that were asked for with a key and ended a moment ago. */
export class LiveAnswers {
  readonly #byId = new Map<string, Entry>();
  readonly #byKey = new Map<string, Entry>();
  readonly #unended = new Set<LiveAnswer>();
  #whenNone: (() => void)[] = [];

  find(reader: string, id: string): LiveAnswer | null {
    const entry = this.#byId.get(id);
    return entry?.reader === reader ? entry.answer : null;
  }

  /** The answer this reader already asked for with this key; a key that came with something else is refused. */
  findSame(intent: Intent): LiveAnswer | null {
    const entry = this.#byKey.get(keyOf(intent));
    if (entry === undefined || intent.key === null) return null;
    if (entry.fingerprint !== fingerprintOf(intent)) throw new ProblemError("idempotency_key_reused");
    return entry.answer;
  }

  /** Resolves once no answer is being made. */
  async untilNone(): Promise<void> {
    if (this.#unended.size > 0) await new Promise<void>((resolve) => this.#whenNone.push(resolve));
  }

  begin(id: string, intent: Intent, source: Pick<LiveAnswerOptions, "events" | "stop">): LiveAnswer {
    const forget = () => {
      this.#byId.delete(id);
      this.#byKey.delete(keyOf(intent));
    };
    const isKept = intent.key !== null;
    const end = () => {
      this.#unended.delete(answer);
      if (this.#unended.size === 0) for (const tell of this.#whenNone.splice(0)) tell();
      if (isKept) setTimeout(forget, keptInMs).unref();
      else forget();
    };
    const answer = new LiveAnswer({
      ...source,
      graceInMs: isKept ? graceInMs : 0,
      onEnd: end,
    });
    const entry = { reader: intent.reader, fingerprint: fingerprintOf(intent), answer };
    this.#unended.add(answer);
    this.#byId.set(id, entry);
    if (isKept) this.#byKey.set(keyOf(intent), entry);
    return answer;
  }
}

function keyOf({ reader, key }: Intent): string {
  return `${reader} ${key}`;
}

function fingerprintOf({ request }: Intent): string {
  return createHash("sha256").update(JSON.stringify(request)).digest("base64");
}
