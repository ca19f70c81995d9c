import type { Language } from "../../../server/api/types.ts";
import type { en } from "../i18n/en.ts";

export interface Example {
  readonly wording: keyof typeof en;
  readonly topic: string;
}

/** How a topic is asked about: in plain words, because every word of a question is searched for. */
const wordings = [
  "exampleSaid",
  "exampleAdvice",
  "exampleContents",
  "exampleDescribed",
] as const satisfies (keyof typeof en)[];

export const mostExamples = wordings.length;

/** One example for each topic, each in another wording. */
export function buildExamples(topics: readonly string[], reader: Language): readonly Example[] {
  return wordings.flatMap((wording, index) => {
    const topic = topics[index];
    return topic === undefined ? [] : [{ wording, topic: nestQuotes(topic, reader) }];
  });
}

/** The wordings set topics in quotation marks: the marks inside become the inner ones of the reader's. */
function nestQuotes(topic: string, reader: Language): string {
  const [opening, closing] = reader === "zh-Hant" ? "『』" : "‘’";
  const marks = reader === "en" ? /[“”]/g : /[「」“”]/g;
  return topic.replace(marks, (mark) => ("「“".includes(mark) ? opening : closing) ?? mark);
}
