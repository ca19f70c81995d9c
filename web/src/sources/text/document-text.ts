import type { DocumentLines } from "../../../../server/api/documents.ts";
import type { Problem } from "../../../../server/api/types.ts";
import { ProblemError } from "../../api/problem.ts";
import { readDocumentLines } from "../../api/read-documents.ts";
import type { LineRange } from "../line-range.ts";
import { linesOfPart, partOf, partsAround } from "./line-parts.ts";

export type SourceLineText = DocumentLines["lines"][number];

/** A document with those of its lines that have been loaded. */
export interface LoadedText extends Omit<DocumentLines, "lines"> {
  readonly parts: ReadonlyMap<number, DocumentLines["lines"]>;
  /** Whether lines that were wanted could not be loaded. */
  readonly isBroken: boolean;
}

export type SourceState =
  | { readonly state: "loading" }
  | { readonly state: "open"; readonly text: LoadedText }
  | { readonly state: "failed"; readonly problem: Problem | null };

export function findLoadedLine({ parts }: LoadedText, number: number): SourceLineText | undefined {
  const part = partOf(number);
  return parts.get(part)?.[number - linesOfPart(part).from];
}

/** The lines of one document, loaded part by part as they are wanted; an external store for React. */
export class DocumentText {
  readonly #document: string;
  readonly #read: typeof readDocumentLines;
  #source: SourceState = { state: "loading" };
  readonly #loading = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(document: string, read = readDocumentLines) {
    this.#document = document;
    this.#read = read;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSource = (): SourceState => this.#source;

  /** Loads the lines around a first one; of a document that ends before it, the last ones. */
  async open(line: number): Promise<void> {
    await this.#load(partOf(line));
  }

  /** Loads what is missing of the lines and of those around them; whatever else is being loaded is given up. */
  want(lines: LineRange): void {
    if (this.#source.state !== "open") return;
    const { parts, lineCount } = this.#source.text;
    const wanted = partsAround(lines, lineCount);
    for (const part of this.#loading.keys()) if (!wanted.includes(part)) this.#giveUp(part);
    for (const part of wanted) if (!parts.has(part) && !this.#loading.has(part)) void this.#load(part);
  }

  stop(): void {
    for (const part of [...this.#loading.keys()]) this.#giveUp(part);
  }

  #giveUp(part: number): void {
    this.#loading.get(part)?.abort();
    this.#loading.delete(part);
  }

  async #load(part: number): Promise<void> {
    const controller = new AbortController();
    this.#loading.set(part, controller);
    try {
      const { lines, ...facts } = await this.#read(this.#document, linesOfPart(part), controller.signal);
      this.#add(part, facts, lines);
    } catch (error) {
      if (!controller.signal.aborted) this.#fail(part, error);
    } finally {
      if (this.#loading.get(part) === controller) this.#loading.delete(part);
    }
  }

  /** A document whose length has changed is another one: what was loaded of the old one goes. */
  #add(part: number, facts: Omit<DocumentLines, "lines">, lines: DocumentLines["lines"]): void {
    const before = this.#source.state === "open" ? this.#source.text : null;
    const kept = before?.lineCount === facts.lineCount ? before.parts : [];
    const parts = new Map([...kept, [part, lines] as const]);
    this.#publish({ state: "open", text: { ...facts, parts, isBroken: false } });
  }

  #fail(part: number, error: unknown): void {
    const problem = error instanceof ProblemError ? error.problem : null;
    if (this.#source.state === "open") {
      this.#publish({ state: "open", text: { ...this.#source.text, isBroken: true } });
    } else if (problem?.code === "line_range_unknown" && part > 0) {
      void this.#loadEnd();
    } else {
      this.#publish({ state: "failed", problem });
    }
  }

  async #loadEnd(): Promise<void> {
    await this.#load(0);
    if (this.#source.state === "open") {
      this.want({ from: this.#source.text.lineCount, to: this.#source.text.lineCount });
    }
  }

  #publish(source: SourceState): void {
    this.#source = source;
    for (const listener of this.#listeners) listener();
  }
}
