import pino from "pino";
import { type FakeOpenAi, type Script, startFakeOpenAi } from "../../../evals/fake-openai/fake-openai.ts";
import { ask } from "../../../server/answer/ask.ts";
import type { ModelParts } from "../../../server/answer/model/model-parts.ts";
import { openModel } from "../../../server/answer/model/open-model.ts";
import type { Answer, AskEvent, AskRequest } from "../../../server/api/types.ts";
import { Metrics } from "../../../server/metrics/metrics.ts";
import type { AppParts } from "../../../server/routes/parts.ts";
import { type PublishedTexts, publishTexts } from "../answer/published-texts.ts";
import { asEvents, buildApp, post } from "../fake-parts.ts";

export const apiKey = "sk-secret-of-the-test";

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
  /** The application, with the fake server as its model's. */
  open(script: RigScript, changes?: RigChanges): Promise<Opened>;
  /** Asks it once over HTTP. */
  ask(script: RigScript, request?: Partial<AskRequest>, changes?: RigChanges): Promise<Asked>;
}

/** One script for all requests, or one for each in turn, the last for all that follow. */
export type RigScript = Script | readonly Script[];

export type RigChanges = Partial<ModelParts> & {
  readonly judgeModel?: string;
  /** Other parts of the application. */
  readonly app?: Partial<AppParts>;
  /** Where the model is looked for in place of the fake. */
  readonly baseUrl?: string;
};

interface Opened {
  readonly app: ReturnType<typeof buildApp>["app"];
  readonly server: FakeOpenAi;
  readonly log: readonly string[];
  /** How long the model path waited between attempts. */
  readonly waits: readonly number[];
}

export interface Asked extends Opened {
  readonly events: readonly AskEvent[];
  /** The text of all deltas. */
  readonly shown: string;
  readonly answer: Answer;
}

export const question = "What did the harbour fee rise to in 2019?";

/** Two small documents behind the real pipeline and a fake model server that answers by script. */
export async function buildRig(texts: Readonly<Record<string, string>> = {}): Promise<Rig> {
  const published = await publishTexts({ "harbour.md": harbour, "parks.md": parks, ...texts });
  const open: Rig["open"] = async (
    script,
    { judgeModel = null, baseUrl, app: others = {}, ...changes } = {},
  ) => {
    const scripts = Array.isArray(script) ? script : [script];
    const server = await startFakeOpenAi((_, number) => scripts[Math.min(number, scripts.length) - 1] ?? {});
    const waits: number[] = [];
    const metrics = new Metrics();
    const lines: string[] = [];
    const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
    const model = openModel(
      { model: "fake", judge: judgeModel, apiKey, baseUrl: baseUrl ?? server.url },
      log,
      {
        countFault: (code) => metrics.countModelFailure(code),
        countDropped: (count) => metrics.countDropped(count),
      },
    );
    const wait = async (inMs: number) => void waits.push(inMs);
    const parts = { ...published.parts, model: { ...model, wait, ...changes } };
    const { app } = buildApp({
      knowledge: () => ({ base: published.base }),
      ask: (base, asked, signal, allowance) =>
        metrics.countAnswer(ask(parts, base, asked, signal, allowance), signal),
      metrics,
      model: parts.model,
      log,
      ...others,
    });
    return { app, server, log: lines, waits };
  };

  return {
    published,
    close: () => published.remove(),
    open,
    async ask(script, request = {}, changes = {}) {
      const opened = await open(script, changes);
      const text = await (
        await opened.app.request("/api/ask", post({ question, ...request }, asEvents))
      ).text();
      opened.server.close();
      const events = readEvents(text);
      const done = events.find(({ event }) => event === "done");
      return {
        ...opened,
        events,
        shown: events.map((event) => (event.event === "delta" ? event.data.text : "")).join(""),
        answer: done?.data as Answer,
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
