import type { DocumentListItem, Language } from "../../../server/api/types.ts";
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

/** One example for each wording, each about another document while there are enough, the reader's language first. */
export function buildExamples(documents: readonly DocumentListItem[], reader: Language): readonly Example[] {
  const ordered = documents.toSorted((first, second) => distance(first, reader) - distance(second, reader));
  return wordings.flatMap((wording, index) => {
    const document = ordered[index % ordered.length];
    return document === undefined ? [] : [{ wording, title: document.title }];
  });
}

/** Whoever reads one script of Chinese reads the other. */
function distance({ language }: DocumentListItem, reader: Language): number {
  if (language === reader) return 0;
  return language !== "en" && reader !== "en" ? 1 : 2;
}
