import type { Logger } from "pino";
import { createChatModel } from "./chat-model.ts";
import { CircuitBreaker } from "./circuit-breaker.ts";
import type { FaultCode } from "./model-fault.ts";
import type { ModelParts } from "./model-parts.ts";
import { ordinaryPatience } from "./patience.ts";
import { type ReplyParts, waitBetweenAttempts } from "./stream-reply.ts";

export interface ModelSettings {
  readonly model: string;
  /** Null for no second look. */
  readonly judge: string | null;
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
}

interface ModelCounts {
  readonly countFault: (code: FaultCode) => void;
  readonly countDropped: (markers: number) => void;
}

/** The language model that the settings name, and the judge beside it. */
export function openModel(
  settings: ModelSettings,
  log: Logger,
  { countFault, countDropped }: ModelCounts = { countFault: () => {}, countDropped: () => {} },
): ModelParts {
  const { apiKey, baseUrl, judge } = settings;
  const open = (model: string): ReplyParts => ({
    model: createChatModel({ model, apiKey, baseUrl }),
    breaker: new CircuitBreaker(),
    patience: ordinaryPatience,
    wait: waitBetweenAttempts,
    random: Math.random,
  });
  return {
    ...open(settings.model),
    judge: judge === null ? null : open(judge),
    countDropped,
    report: ({ code, message, detail }) => {
      countFault(code);
      log.warn({ code, detail: apiKey ? detail.replaceAll(apiKey, "…") : detail }, message);
    },
  };
}
