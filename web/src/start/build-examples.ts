import type { DocumentListItem } from "../../../server/api/types.ts";
import type { en } from "../i18n/en.ts";

export interface Example {
  readonly wording: keyof typeof en;
  readonly title: string;
}

const wordings = [
  "exampleRecommendations",
  "exampleFigures",
  "exampleProblems",
  "exampleMainPoints",
] as const satisfies (keyof typeof en)[];

/** One example for each wording, each about another document while there are enough of them. */
export function buildExamples(documents: readonly DocumentListItem[]): readonly Example[] {
  return wordings.flatMap((wording, index) => {
    const document = documents[index % documents.length];
    return document === undefined ? [] : [{ wording, title: document.title }];
  });
}
