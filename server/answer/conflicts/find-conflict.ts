import type { Sentence } from "../../../ingest/document.ts";
import { findNamedDocuments } from "../extractive/named-documents.ts";
import type { Reading, TitledPassage } from "../reading.ts";
import { createAskedValues } from "./asked-values.ts";
import { findDisagreement } from "./disagreement.ts";
import { createNearness, gives, speakOfOthers } from "./nearness.ts";
import { readStatements, type Statement } from "./statements.ts";
import type { Value } from "./value.ts";

/** One value for what was asked, as it is written, and the statements that give it. */
export interface Side {
  readonly value: string;
  readonly statements: readonly Statement[];
}

/**
 * What the documents do not agree on, side by side: sentences of different documents that say the same of what was
 * asked but for the figure or date. Null where nothing contradicts the cited ones. Whoever asks for what one document
 * says, by its name, is not told of others.
 */
export function findConflict(
  reading: Reading,
  isCited: (passage: TitledPassage, sentence: Sentence) => boolean,
): readonly Side[] | null {
  const contradictions = findContradictions(reading, isCited);
  const [clearest] = contradictions;
  if (clearest === undefined) return null;
  const all = contradictions.flatMap(({ one, other }) => [one, other]);
  return [clearest.one, clearest.other].map(({ value, key }) => ({
    value,
    statements: [...new Set(all.filter((said) => said.key === key).map(({ statement }) => statement))],
  }));
}

/** Two statements that give different values, the cited one first, and how surely they speak of the same thing. */
interface Contradiction {
  readonly one: Said;
  readonly other: Said;
  readonly nearness: number;
}

interface Said {
  readonly statement: Statement;
  /** As it is written, and the same for all ways of writing it. */
  readonly value: string;
  readonly key: string;
}

/** The surest first. */
function findContradictions(
  reading: Reading,
  isCited: (passage: TitledPassage, sentence: Sentence) => boolean,
): Contradiction[] {
  const isAsked = createAskedValues(reading.question.text);
  const statements = readStatements(reading.passages, isAsked);
  const isAskedOfOne = createIsAskedOfOne(reading);
  const measureNearness = createNearness(reading);
  return statements
    .filter(({ passage, sentence }) => isCited(passage, sentence))
    .flatMap((one) =>
      statements.flatMap((other): Contradiction[] => {
        if (one.passage.document === other.passage.document || one.level !== other.level) return [];
        const differing = findDisagreement(one, other, isAsked);
        if (differing === null || isAskedOfOne(one, other)) return [];
        const nearness = measureNearness(one, other);
        if (nearness === 0 || speakOfOthers(one, other, reading)) return [];
        if (gives(one.passage, differing.other, other) || gives(other.passage, differing.one, one)) return [];
        return [{ one: say(one, differing.one), other: say(other, differing.other), nearness }];
      }),
    )
    .sort((a, b) => b.nearness - a.nearness);
}

/** Whether the question names the document of the one statement, and not that of the other. */
function createIsAskedOfOne({ question, base, dictionary }: Reading) {
  const { documents } = findNamedDocuments(question.searchText, base, dictionary);
  return (one: Statement, other: Statement) =>
    documents.has(one.passage.document) !== documents.has(other.passage.document);
}

/** Values that stand far apart are told by the first. */
const longestValue = 24;

function say(statement: Statement, values: readonly Value[]): Said {
  const [first, last] = [values[0], values.at(-1)] as [Value, Value];
  const end = last.end - first.start <= longestValue ? last.end : first.end;
  return {
    statement,
    value: statement.text.slice(first.start, end).trim(),
    key: values.map(keyOf).join(),
  };
}

function keyOf(value: Value): string {
  if (value.kind === "date") return value.parts.join("-");
  return value.kind === "time" ? `${value.minutes} min` : String(value.quantity.value);
}
