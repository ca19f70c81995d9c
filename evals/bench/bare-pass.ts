import { loadArrays } from "../../ingest/index/embedded/array-file.ts";
import { generationFolder } from "../../ingest/index/embedded/generations.ts";
import { decodeLexical, fieldNames, type LexicalFields } from "../../ingest/index/embedded/lexical-fields.ts";
import { readManifest } from "../../ingest/index/embedded/manifest.ts";
import { findPostings, type PostingList } from "../../ingest/index/embedded/postings.ts";
import { segmentPaths } from "../../ingest/index/embedded/segment-files.ts";
import { termKey } from "../../ingest/index/embedded/term-key.ts";
import type { TermGroup } from "../../ingest/index/knowledge-base.ts";

/** The least that any search over these postings does: add every entry to its passage's sum, then find the best. */
export async function createBarePass(dataDir: string, generation: string) {
  const folder = generationFolder(dataDir, generation);
  const { segments } = await readManifest(folder);
  let passageCount = 0;
  const indexes: { readonly fields: LexicalFields; readonly first: number }[] = [];
  for (const { number, passages } of segments) {
    const fields = decodeLexical(await loadArrays(segmentPaths(folder, number).words));
    indexes.push({ fields, first: passageCount });
    passageCount += passages;
  }
  const sums = new Float32Array(passageCount);
  return {
    /** The lists a search for the groups walks along, each once: of an alternative of several terms the shortest. */
    listsOf(groups: readonly TermGroup[]): readonly PostingList[] {
      const found = new Map<string, PostingList>();
      for (const { terms } of groups.flatMap(({ alternatives }) => alternatives)) {
        for (const { fields, first } of indexes) {
          for (const name of fieldNames) {
            const lists = terms.map((term) => ({ term, list: findPostings(fields[name], termKey(term)) }));
            if (lists.some(({ list }) => list === null)) continue;
            const [shortest] = lists.sort((a, b) => sizeOf(a.list) - sizeOf(b.list));
            if (shortest?.list) found.set(`${first} ${name} ${shortest.term}`, shift(shortest.list, first));
          }
        }
      }
      return [...found.values()];
    },
    run(lists: readonly PostingList[], count: number): readonly number[] {
      sums.fill(0);
      for (const { passages, frequencies } of lists) {
        for (let index = 0; index < passages.length; index++) {
          const passage = passages[index] as number;
          sums[passage] = (sums[passage] as number) + (frequencies[index] as number);
        }
      }
      return findBest(sums, count);
    },
  };
}

/** The list with the numbers that passages have among all segments. */
function shift({ passages, frequencies }: PostingList, first: number): PostingList {
  return { passages: passages.map((passage) => passage + first), frequencies };
}

function sizeOf(list: PostingList | null): number {
  return list?.passages.length ?? 0;
}

/** The passages of the highest sums, by one look at each sum and insertion among the best so far. */
function findBest(sums: Float32Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let passage = 0; passage < sums.length; passage++) {
    const sum = sums[passage] as number;
    if (sum === 0 || (best.length === count && sum <= (sums[best[count - 1] ?? 0] ?? 0))) continue;
    let place = Math.min(best.length, count - 1);
    for (; place > 0 && (sums[best[place - 1] ?? 0] ?? 0) < sum; place--) best[place] = best[place - 1] ?? 0;
    best[place] = passage;
  }
  return best;
}
