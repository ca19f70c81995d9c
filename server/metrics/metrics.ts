import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Usage } from "../answer/model/allowance.ts";
import type { Answer, AskEvent } from "../api/types.ts";

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What the server counts about itself, as Prometheus reads it; no label holds anything that a reader wrote. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: "groundline_http_requests_total",
    help: "Requests answered, by route, method and status.",
    labelNames: ["route", "method", "status"],
    registers: [this.registry],
  });
  readonly #requestSeconds = new Histogram({
    name: "groundline_http_request_seconds",
    help: "Time until a response begins, by route.",
    labelNames: ["route"],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly #answers = new Counter({
    name: "groundline_answers_total",
    help: "Answers that came to an end, by who worded them and how they ended.",
    labelNames: ["mode", "status"],
    registers: [this.registry],
  });
  readonly #sentences = new Counter({
    name: "groundline_sentences_total",
    help: "Sentences of answers, by verdict.",
    labelNames: ["verdict"],
    registers: [this.registry],
  });
  readonly #answerSeconds = new Histogram({
    name: "groundline_answer_seconds",
    help: "Time from a question to its passages, its first words and its end.",
    labelNames: ["until"],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly #modelFailures = new Counter({
    name: "groundline_model_failures_total",
    help: "Calls of the language model that failed for good, by reason.",
    labelNames: ["code"],
    registers: [this.registry],
  });

  readonly #modelTokens = new Counter({
    name: "groundline_model_tokens_total",
    help: "Tokens the language model used, as its server reports them or as estimated, by kind.",
    labelNames: ["kind"],
    registers: [this.registry],
  });

  readonly #droppedMarkers = new Counter({
    name: "groundline_dropped_markers_total",
    help: "Markers of the language model that pointed nowhere and were taken out.",
    registers: [this.registry],
  });

  countRequest(route: string, method: string, status: number, tookInMs: number): void {
    this.#requests.inc({ route, method, status });
    this.#requestSeconds.observe({ route }, tookInMs / 1000);
  }

  countModelFailure(code: string): void {
    this.#modelFailures.inc({ code });
  }

  countDropped(markers: number): void {
    this.#droppedMarkers.inc(markers);
  }

  countTokens({ promptTokens, completionTokens }: Usage): void {
    this.#modelTokens.inc({ kind: "prompt" }, promptTokens);
    this.#modelTokens.inc({ kind: "completion" }, completionTokens);
  }

  /** The events as they are; how they ended is counted. */
  async *countAnswer(events: AsyncIterable<AskEvent>, signal: AbortSignal): AsyncGenerator<AskEvent> {
    let end = "stopped";
    try {
      for await (const event of events) {
        if (event.event === "done") {
          this.#count(event.data);
          end = "counted";
        }
        yield event;
      }
    } catch (error) {
      if (!signal.aborted) end = "failed";
      throw error;
    } finally {
      if (end !== "counted") this.#answers.inc({ mode: "none", status: end });
    }
  }

  /** A value read when Prometheus asks; null leaves it out. */
  addGauge(name: string, help: string, read: () => number | null | Promise<number | null>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await read();
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  }

  #count({ mode, status, sentences, timings }: Answer): void {
    this.#answers.inc({ mode, status });
    for (const { verdict } of sentences) this.#sentences.inc({ verdict });
    this.#answerSeconds.observe({ until: "passages" }, timings.retrieveMs / 1000);
    this.#answerSeconds.observe({ until: "first words" }, timings.firstTokenMs / 1000);
    this.#answerSeconds.observe({ until: "end" }, timings.totalMs / 1000);
  }
}
