/** What an answer may use the language model for. */
export interface Allowance {
  /** False where the deployment's tokens are spent: the answer does without the model. */
  readonly isLeft: boolean;
  /** Told of every call, at its end. */
  readonly spend: (usage: Usage) => void;
}

export const unlimited: Allowance = { isLeft: true, spend: () => {} };

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export function addUsage(one: Usage, other: Usage): Usage {
  return {
    promptTokens: one.promptTokens + other.promptTokens,
    completionTokens: one.completionTokens + other.completionTokens,
  };
}
