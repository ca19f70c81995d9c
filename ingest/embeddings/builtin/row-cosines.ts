import { readFileSync } from "node:fs";
import type { Weights } from "./weights-file.ts";

/** Most rows that a question's are compared as. */
export const mostRows = 248;

const packedBytes = 128;
const unpackedBytes = 512;
/** Most rows of a passage at a time. */
const mostAtOnce = 64;
/** Bytes of the kernel's memory. */
const inversesAt = 0;
const bestAt = inversesAt + 8 * mostRows;
const placesAt = bestAt + 4 * mostRows;
const rowAt = 4096;
const packedAt = rowAt + unpackedBytes;
const askedAt = packedAt + mostAtOnce * packedBytes;
const cosinesAt = askedAt + mostRows * unpackedBytes;
const memoryPages = 32;
const memoryBytes = memoryPages * 65_536;

/** The highest cosine of each row asked for with any of the given rows, 0 or more; the array is used again. */
export type FindBestCosines = (rows: Int32Array) => Float32Array;

/**
 * Makes a comparer of rows `asked`, at most `mostRows` of them, with others by the SIMD kernel `products.wat`: a
 * fraction of the time of a loop here. It has 2 MB of memory, in which the cosines of the rows asked for last stay, as
 * the passages of one question have many rows in common.
 */
export function createRowComparer(weights: Weights): (asked: readonly number[]) => FindBestCosines {
  const { load, find } = createKernel(weights);
  return (asked) => {
    const best = new Float32Array(asked.length);
    return (rows) => {
      load(asked);
      best.set(find(rows).subarray(0, asked.length));
      return best;
    };
  };
}

interface Kernel {
  /** Does nothing where these very rows are loaded. */
  load(asked: readonly number[]): void;
  find(rows: Int32Array): Float32Array;
}

interface Exports {
  unpack(packed: number, unpacked: number): number;
  compare(
    packed: number,
    count: number,
    row: number,
    rows: number,
    inverses: number,
    fours: number,
    cosines: number,
  ): void;
  raise(places: number, count: number, fours: number, best: number): void;
}

function createKernel({ keys, nibbles }: Weights): Kernel {
  const memory = new WebAssembly.Memory({ initial: memoryPages });
  const program = new WebAssembly.Module(readFileSync(new URL("products.wasm", import.meta.url)));
  const { exports } = new WebAssembly.Instance(program, { memory: { memory } });
  const { unpack, compare, raise } = exports as unknown as Exports;
  const inverses = new Float64Array(memory.buffer, inversesAt, mostRows);
  const best = new Float32Array(memory.buffer, bestAt, mostRows);
  const places = new Int32Array(memory.buffer, placesAt, mostAtOnce);
  const packed = new Uint32Array(memory.buffer, packedAt, (mostAtOnce * packedBytes) / 4);
  const words = new Uint32Array(nibbles.buffer, nibbles.byteOffset, nibbles.byteLength / 4);
  const copyRow = (row: number, number: number) => {
    let from = (row * packedBytes) / 4;
    const start = (number * packedBytes) / 4;
    for (let to = start; to < start + packedBytes / 4; to++) packed[to] = words[from++] as number;
  };

  let loaded: readonly number[] = [];
  let fours = 0;
  /** Which rows have cosines, in their order, and each row's number among them: valid where the two agree. */
  const known = new Int32Array((memoryBytes - cosinesAt) / 16);
  const numbers = new Uint32Array(keys.length);
  let knownCount = 0;
  const addressOf = (number: number) => cosinesAt + 16 * fours * number;

  const findSome = (rows: Int32Array) => {
    if (addressOf(knownCount + rows.length) > memoryBytes) knownCount = 0;
    const first = knownCount;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      let number = numbers[row] as number;
      if (number >= knownCount || known[number] !== row) {
        number = knownCount++;
        copyRow(row, number - first);
        known[number] = row;
        numbers[row] = number;
      }
      places[index] = addressOf(number);
    }
    const count = knownCount - first;
    if (count > 0) compare(packedAt, count, rowAt, askedAt, inversesAt, fours, addressOf(first));
    raise(placesAt, rows.length, fours, bestAt);
  };
  return {
    load: (asked) => {
      if (asked === loaded) return;
      loaded = asked;
      fours = Math.ceil(asked.length / 4);
      knownCount = 0;
      for (const [index, row] of asked.entries()) {
        copyRow(row, 0);
        inverses[index] = unpack(packedAt, askedAt + index * unpackedBytes);
      }
    },
    find: (rows) => {
      best.fill(0);
      if (fours === 0) return best;
      for (let start = 0; start < rows.length; start += mostAtOnce)
        findSome(rows.subarray(start, start + mostAtOnce));
      return best;
    },
  };
}
