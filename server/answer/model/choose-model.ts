import { SettingsError } from "../../../ingest/settings.ts";
import type { ModelSettings } from "./open-model.ts";

/** The settings by their names in the environment. */
interface ModelEnvironment {
  readonly ANSWERS: "auto" | "extractive" | "model";
  readonly CHAT_MODEL?: string | undefined;
  readonly JUDGE_MODEL?: string | undefined;
  readonly OPENAI_API_KEY?: string | undefined;
  readonly OPENAI_BASE_URL?: string | undefined;
}

/** The model that answers, or null for quotes; `auto` takes a model where one can be reached. */
export function chooseModel(environment: ModelEnvironment): ModelSettings | null {
  const { ANSWERS, CHAT_MODEL, JUDGE_MODEL = null, OPENAI_API_KEY, OPENAI_BASE_URL } = environment;
  if (ANSWERS === "extractive") return null;
  const isReachable = OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== undefined;
  if (CHAT_MODEL && isReachable) {
    return { model: CHAT_MODEL, judge: JUDGE_MODEL, apiKey: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL };
  }
  if (ANSWERS === "auto") return null;
  const missing = CHAT_MODEL ? "OPENAI_API_KEY or OPENAI_BASE_URL" : "CHAT_MODEL";
  throw new SettingsError(`ANSWERS is "model": set ${missing} too, or set it to auto or extractive.`);
}
