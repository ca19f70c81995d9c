/** As many as are remembered; the oldest are forgotten first. */
const mostRemembered = 10_000;

/** Conversations that were begun while nothing could be stored, so that their readers can go on in them. */
export class UnsavedConversations {
  readonly #known = new Set<string>();

  add(reader: string, id: string): void {
    this.#known.add(`${reader} ${id}`);
    const [oldest] = this.#known;
    if (this.#known.size > mostRemembered && oldest !== undefined) this.#known.delete(oldest);
  }

  has(reader: string, id: string): boolean {
    return this.#known.has(`${reader} ${id}`);
  }
}
