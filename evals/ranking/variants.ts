import type { KnowledgeBase } from "../../ingest/index/knowledge-base.ts";
import { indexCedict } from "../../ingest/language/cedict-index.ts";
import { loadDictionary } from "../../ingest/language/dictionary.ts";
import { featureNames } from "../../server/answer/rank/features.ts";
import { type Weights, weights } from "../../server/answer/rank/weights.ts";
import type { Setup } from "./examples.ts";

/** The system with one of its parts switched off. Variants that share one setup are ranked from the same candidates. */
export interface Variant {
  readonly name: string;
  readonly setup: Setup;
  readonly weights: Weights;
  /** Whether a comparing question gets the best passage of each document it names first. */
  readonly isSpread: boolean;
}

export const wholeSetup: Setup = { dictionary: loadDictionary(), isBySound: true, see: (base) => base };

/** The whole system first, then each part switched off in turn. */
export function listVariants(): readonly Variant[] {
  const noCedict = indexCedict([]);
  const speak = (options: Parameters<typeof loadDictionary>[0]) => ({
    ...wholeSetup,
    dictionary: loadDictionary(options),
  });
  const withSetup = (name: string, setup: Setup): Variant => ({ name, setup, weights, isSpread: true });
  const vectorless = { ...wholeSetup, see: withoutVectors };
  return [
    withSetup("whole system", wholeSetup),
    ...featureNames.map((feature) => ({
      ...withSetup(`no feature '${feature}'`, wholeSetup),
      weights: { ...weights, [feature]: 0 },
    })),
    withSetup("no vector search", vectorless),
    { ...withSetup("no trained model at all", vectorless), weights: { ...weights, dense: 0, alignment: 0 } },
    withSetup("no word search", { ...wholeSetup, see: withoutWords }),
    withSetup("no CC-CEDICT", speak({ cedict: noCedict })),
    withSetup("no thesaurus", speak({ thesaurus: [] })),
    withSetup("neither of them", speak({ cedict: noCedict, thesaurus: [] })),
    withSetup("no names by sound", { ...wholeSetup, isBySound: false }),
    withSetup("no document names", { ...wholeSetup, see: withoutNames }),
    { ...withSetup("no spread over documents", wholeSetup), isSpread: false },
  ];
}

function withoutVectors(base: KnowledgeBase): KnowledgeBase {
  return change(base, {
    searchDense: () => [],
    measureDense: (_vector, passages) => passages.map(() => 0),
  });
}

function withoutWords(base: KnowledgeBase): KnowledgeBase {
  return change(base, { searchLexical: () => [] });
}

/** Without documents to name, no question names one. */
function withoutNames(base: KnowledgeBase): KnowledgeBase {
  return change(base, { documents: () => [] });
}

/** The base with some of its methods exchanged; the others stay bound to it. */
function change(base: KnowledgeBase, changes: Partial<KnowledgeBase>): KnowledgeBase {
  return new Proxy(base, {
    get(target, name) {
      const value: unknown = Reflect.get({ ...changes }, name) ?? Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
