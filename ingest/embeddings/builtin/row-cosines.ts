import { readFileSync } from "node:fs";
import type { Weights } from "./weights-file.ts";

/** Bytes of the kernel's memory: products, the row at hand packed and unpacked, and the question's rows. */
const packedAt = 1024;
const unpackedAt = 1280;
const rowsAt = 2048;
const packedBytes = 128;
const unpackedBytes = 256;
const memoryBytes = 65_536;
/** Most rows that a question's are compared as. */
export const mostRows = (memoryBytes - rowsAt) / unpackedBytes;

interface Kernel {
  unpack(packed: number, unpacked: number): void;
  multiply(row: number, rows: number, count: number, products: number): void;
}

/** Cosines of the rows asked for with any row: those with the row at place p are `values[p .. p + asked]`. */
export interface RowCosines {
  /** The places of the rows. */
  at(rows: Int32Array): Int32Array;
  /** Grows, and is then another array, when `at` meets new rows. */
  readonly values: Float32Array;
}

/**
 * Compares the rows `asked`, at most `mostRows` of them, with others by the SIMD kernel `products.wat`: a fraction of
 * the time of a loop here. Each row is worked out once.
 */
export function createRowCosines(weights: Weights, asked: readonly number[]): RowCosines {
  const { keys, nibbles } = weights;
  const inverses = inverseLengthsOf(weights);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(loadKernel(), { memory: { memory } });
  const { unpack, multiply } = instance.exports as unknown as Kernel;
  const memoryWords = new Uint32Array(memory.buffer);
  const words = new Uint32Array(nibbles.buffer, nibbles.byteOffset, nibbles.byteLength / 4);
  const products = new Int32Array(memory.buffer, 0, packedAt / 4);
  const unpackRow = (row: number, place: number): number => {
    const start = (row * packedBytes) / 4;
    for (let index = 0; index < packedBytes / 4; index++)
      memoryWords[packedAt / 4 + index] = words[start + index] as number;
    unpack(packedAt, place);
    if (inverses[row] === 0) {
      multiply(place, place, 1, 0);
      inverses[row] = 1 / (Math.sqrt(products[0] as number) || 1);
    }
    return inverses[row] as number;
  };
  const scales = Float64Array.from(asked, (row, index) => unpackRow(row, rowsAt + index * unpackedBytes));
  /** One more than the place of each row; 0 where it is not worked out yet. */
  const ends = new Int32Array(keys.length);
  let values = new Float32Array(asked.length * 1024);
  let used = 0;
  const append = (row: number): number => {
    if (used + asked.length > values.length) {
      const longer = new Float32Array(values.length * 2);
      longer.set(values);
      values = longer;
    }
    const scale = unpackRow(row, unpackedAt);
    multiply(unpackedAt, rowsAt, asked.length, 0);
    const place = used;
    for (let index = 0; index < scales.length; index++)
      values[place + index] = (products[index] as number) * scale * (scales[index] as number);
    used += scales.length;
    ends[row] = place + 1;
    return place;
  };
  return {
    at: (rows) => rows.map((row) => (ends[row] === 0 ? append(row) : (ends[row] as number) - 1)),
    get values() {
      return values;
    },
  };
}

/** One over the length of each row as integers, 0 where it is not worked out yet. */
function inverseLengthsOf(weights: Weights): Float64Array {
  const inverses = knownInverses.get(weights) ?? new Float64Array(weights.keys.length);
  knownInverses.set(weights, inverses);
  return inverses;
}

const knownInverses = new WeakMap<Weights, Float64Array>();

function loadKernel(): WebAssembly.Module {
  kernel ??= new WebAssembly.Module(readFileSync(new URL("products.wasm", import.meta.url)));
  return kernel;
}

let kernel: WebAssembly.Module | undefined;
