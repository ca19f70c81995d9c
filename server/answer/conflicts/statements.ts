import type { Sentence } from "../../../ingest/document.ts";
import type { TitledPassage } from "../reading.ts";
import type { Valued } from "./disagreement.ts";
import type { Value } from "./value.ts";
import { readValues } from "./values.ts";

/** A sentence of a passage, or a clause of it, with the values it gives. */
export interface Statement extends Valued {
  readonly passage: TitledPassage;
  readonly sentence: Sentence;
  /** Like is compared with like. */
  readonly level: "sentence" | "clause";
}

/** Sentences, and their clauses that say enough to be understood alone, which give a value that is asked for. */
export function readStatements(
  passages: readonly TitledPassage[],
  isAsked: (value: Value, text: string) => boolean,
): Statement[] {
  return passages.flatMap((passage) =>
    passage.sentences
      .filter(({ kind, text }) => kind !== "heading" && mayGiveValue.test(text))
      .flatMap((sentence) => {
        const read = (text: string, level: Statement["level"]): Statement => {
          return { passage, sentence, text, values: readValues(text), level };
        };
        const clauses = sentence.text.split(clauseEnd).filter((clause) => clause.length >= shortestClause);
        const parts = clauses.length > 0 ? clauses : [sentence.text];
        return [read(sentence.text, "sentence"), ...parts.map((text) => read(text, "clause"))];
      })
      .filter(({ text, values }) => values.some((value) => isAsked(value, text))),
  );
}

const mayGiveValue =
  /[\d一二三四五六七八九十百千万萬亿億]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion)\b/i;
const clauseEnd = /[，。；：！？（）|]|[,;:]\s|[(]|[)]/;
const shortestClause = 8;
