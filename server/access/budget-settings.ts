import type { z } from "zod";
import { wholeUpTo } from "./access-settings.ts";

/** Tokens a day that the language model may be used for; 0 for any number. */
export interface BudgetSettings {
  readonly ofReader: number;
  readonly ofAll: number;
}

const tokens = () => wholeUpTo(9_999_999_999, "set it to a whole number of tokens a day (0 for no limit)");

export const budgetSettingsShape = {
  READER_TOKENS_A_DAY: tokens().default(0),
  TOKENS_A_DAY: tokens().default(0),
};

export function readBudgetSettings({
  READER_TOKENS_A_DAY: ofReader,
  TOKENS_A_DAY: ofAll,
}: z.output<z.ZodObject<typeof budgetSettingsShape>>): BudgetSettings {
  return { ofReader, ofAll };
}
