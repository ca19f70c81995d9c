import { fold } from "../../../ingest/language/fold.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
}

const all =
  /所有|全部|一律|每一|每个|任何|必定|从不|永远|\b(?:all|every|always|never|everyone|any|entire|entirely|without exception)\b/giu;

/** Whether the sentence says of all, or always, what the evidence says so of nothing. */
export function overreaches({ sentence, evidence }: Compared): boolean {
  return fold(sentence).match(all) !== null && fold(evidence).match(allInEvidence) === null;
}

/** In the evidence looser words may stand for all. */
const allInEvidence = new RegExp(
  `${all.source}|全|各|均|皆|都|凡|整|\\b(?:each|whole|both|throughout)\\b`,
  "iu",
);
