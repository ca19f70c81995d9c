/**
 * What no renewed baseline can talk away: below these a release does not pass, however it came there. They stand a
 * few points, about half an interval, under what was measured when they were set; raise them when that holds.
 */
export const floors: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
  seeds: {
    Search: { "recall@1": 0.75, "recall@5": 0.92, "MRR@10": 0.85, "nDCG@10": 0.87, "document hit@5": 0.95 },
    Answers: {
      "refusal recall": 0.84,
      "false refusal": 0.06,
      "gold cited": 0.82,
      "citation precision": 0.66,
      "citation coverage": 0.98,
      "sentences supported": 0.97,
      "number consistency": 0.99,
      "entity consistency": 0.97,
      "key facts": 0.82,
      "false conflict": 0.03,
      "language match": 0.98,
      "script match": 0.98,
      "line tightness": 0.55,
      "cited lines": 5,
    },
    "Answers, follow-ups": { "gold cited": 0.7 },
    Together: { "script gap": 0.02, "language gap": 0.18, "answers agree": 0.55 },
  },
  traps: {
    Search: { "recall@5": 0.9 },
    Answers: {
      "gold cited": 0.7,
      "key facts": 0.7,
      "sentences supported": 0.95,
      "citation coverage": 0.95,
      "conflict flagged": 0.2,
    },
  },
};
