import { ProblemError } from "./problem.ts";

/** A form that arrives in chunks of any size, read from mark to mark; no more is held than a chunk and a mark. */
export class MultipartSource {
  readonly #chunks: AsyncGenerator<Uint8Array>;
  #held: Buffer;
  #mark: Buffer | null = null;

  /** `before` stands before the first chunk. */
  constructor(chunks: AsyncGenerator<Uint8Array>, before: Buffer) {
    this.#chunks = chunks;
    this.#held = before;
  }

  /** The bytes up to the next mark, which is passed over. */
  until(mark: Buffer): AsyncGenerator<Buffer> {
    this.#mark = mark;
    return this.#readUntil(mark);
  }

  /** Passes over what nobody has read up to the mark last read to. */
  async passOver(): Promise<void> {
    if (this.#mark) for await (const _ of this.#readUntil(this.#mark));
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#hold();
    return this.#release(count);
  }

  /** Reads and drops all that is left. */
  async end(): Promise<void> {
    while (!(await this.#chunks.next()).done);
  }

  /** Wants no more of it, at whatever place it is. */
  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }

  async *#readUntil(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const last = this.#release(at);
        this.#release(mark.length);
        this.#mark = null;
        if (at > 0) yield last;
        return;
      }
      // The mark may have begun.
      const sure = this.#held.length - mark.length + 1;
      if (sure > 0) yield this.#release(sure);
      await this.#hold();
    }
  }

  #release(count: number): Buffer {
    const released = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return released;
  }

  async #hold(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done) throw new ProblemError("multipart_invalid", "The form breaks off.");
    this.#held = Buffer.concat([this.#held, next.value]);
  }
}
