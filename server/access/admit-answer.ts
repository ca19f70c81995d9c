import { type Allowance, unlimited } from "../answer/model/allowance.ts";
import type { AppParts } from "../routes/parts.ts";
import type { AnswerPlaces } from "./answer-places.ts";
import type { Caller } from "./caller.ts";

interface AdmittingParts extends Pick<AppParts, "budget" | "model" | "metrics" | "log"> {
  readonly places: AnswerPlaces;
}

/** Lets an answer begin that lasts until `stop` aborts; throws where its reader has too many, or has spent too much. */
export function admitAnswer(parts: AdmittingParts, caller: Caller, stop: AbortController): Allowance {
  const { places, budget, model, metrics, log } = parts;
  try {
    places.take(caller, stop.signal);
    if (model === null) return unlimited;
    const { isLeft, spend } = budget.open(caller, stop.signal);
    if (!isLeft) {
      metrics.countModelFailure("tokens_spent");
      log.warn({ code: "tokens_spent" }, "TOKENS_A_DAY are spent; answers are quotes until tomorrow.");
    }
    return {
      isLeft,
      spend: (usage) => {
        metrics.countTokens(usage);
        spend(usage);
      },
    };
  } catch (error) {
    stop.abort();
    throw error;
  }
}
