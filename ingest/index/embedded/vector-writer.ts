import { GraphThread } from "./graph-thread.ts";
import { GraphBuilder, type VectorPlace } from "./vector-file.ts";

/** Below this many vectors a graph is built sooner than a thread starts. */
const leastForThread = 1000;
/** Handed over together from then on. */
const perMessage = 250;

/** Writes the vector file of a segment; that of a large one grows in a thread of its own, beside other work. */
export class VectorWriter {
  readonly #place: VectorPlace;
  #waiting: Float32Array[] = [];
  #thread: GraphThread | null = null;

  constructor(place: VectorPlace) {
    this.#place = place;
  }

  add(vectors: readonly Float32Array[]): void {
    this.#waiting.push(...vectors);
    if (this.#waiting.length < (this.#thread ? perMessage : leastForThread)) return;
    this.#thread ??= new GraphThread(this.#place);
    this.#thread.add(this.#takeWaiting());
  }

  async finish(): Promise<void> {
    const graph = this.#thread ?? new GraphBuilder(this.#place);
    graph.add(this.#takeWaiting());
    await graph.write();
  }

  /** Gives up: the file is of no use. */
  abandon(): void {
    this.#thread?.stop();
  }

  #takeWaiting(): Float32Array {
    const { dimension } = this.#place;
    const joined = new Float32Array(this.#waiting.length * dimension);
    this.#waiting.forEach((vector, place) => {
      joined.set(vector, place * dimension);
    });
    this.#waiting = [];
    return joined;
  }
}
