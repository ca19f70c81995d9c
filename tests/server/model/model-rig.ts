import pino from "pino";
import { ask } from "../../../server/answer/ask.ts";
import type { ModelParts } from "../../../server/answer/model/model-parts.ts";
import { openModel } from "../../../server/answer/model/open-model.ts";
import type { Answer, AskEvent, AskRequest } from "../../../server/api/types.ts";
import { type FakeOpenAi, type Script, startFakeOpenAi } from "../../fake-openai/fake-openai.ts";
import { type PublishedTexts, publishTexts } from "../answer/published-texts.ts";
import { asEvents, buildApp, post } from "../fake-parts.ts";

const apiKey = "sk-secret-of-the-test";

const harbour = [
  "# Harbour fees 2024",
  "",
  "The harbour fee rose to 3% in 2019.",
  "It is reviewed every year by the Harbour Board.",
  "Boats under five metres pay no fee.",
  "",
  "## Opening hours",
  "",
  "The harbour office opens at 8 a.m. on working days.",
  "On Sundays the harbour office is closed.",
].join("\n");

const parks = [
  "# 公園管理指引 2023",
  "",
  "公園每日早上六時開放，晚上十一時關閉。",
  "入場費為每人港幣二十元，六十五歲以上長者免費。",
  "市民可在指定地點燒烤，但不得攜帶寵物入內。",
].join("\n");

export interface Rig {
  readonly published: PublishedTexts;
  close(): Promise<void>;
  /** Asks over HTTP, with the fake server as the model's. */
  ask(script: RigScript, request?: Partial<AskRequest>, changes?: RigChanges): Promise<Asked>;
}

export type RigScript = Script | readonly Script[];

export type RigChanges = Partial<ModelParts> & { readonly judgeModel?: string };

export interface Asked {
  readonly events: readonly AskEvent[];
  /** The text of all deltas. */
  readonly shown: string;
  readonly answer: Answer;
  readonly server: FakeOpenAi;
  readonly log: readonly string[];
  /** How long the model path waited between attempts. */
  readonly waits: readonly number[];
}

const quick = { firstSignInMs: 300, betweenInMs: 200, firstTextInMs: 60_000, wholeInMs: 600 };

/** Two small documents behind the real pipeline and a fake model server that answers by script. */
export async function buildRig(texts: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const published = await publishTexts({ "harbour.md": harbour, "parks.md": parks, ...texts });
  return {
    published,
    close: () => published.remove(),
    async ask(script, request = {}, changes = {}) {
      const scripts = Array.isArray(script) ? script : [script];
      const server = await startFakeOpenAi(
        (_, number) => scripts[Math.min(number, scripts.length) - 1] ?? {},
      );
      const waits: number[] = [];
      const lines: string[] = [];
      const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
      const settings = { model: "fake", judge: changes.judgeModel ?? null, apiKey, baseUrl: server.url };
      const model = {
        ...openModel(settings, log),
        patience: quick,
        wait: async (inMs: number) => void waits.push(inMs),
      };
      const parts = { ...published.parts, model: { ...model, ...changes } };
      const { app } = buildApp({
        knowledge: () => ({ base: published.base }),
        ask: (base, asked, signal) => ask(parts, base, asked, signal),
        log,
      });
      const body = { question: "When did the harbour fee rise, and to what?", ...request };
      const text = await (await app.request("/api/ask", post(body, asEvents))).text();
      server.close();
      const events = readEvents(text);
      const done = events.find(({ event }) => event === "done");
      return {
        events,
        shown: events.map((event) => (event.event === "delta" ? event.data.text : "")).join(""),
        answer: done?.data as Answer,
        server,
        log: lines,
        waits,
      };
    },
  };
}

function readEvents(text: string): AskEvent[] {
  const frames = text.matchAll(/^event: (?<event>\w+)\ndata: (?<data>.*)$/gm);
  return Array.from(
    frames,
    ({ groups }) => ({ event: groups?.event, data: JSON.parse(groups?.data ?? "") }) as AskEvent,
  );
}
