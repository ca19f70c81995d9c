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

/** Cosines of the rows asked for with any row: those with row r are `values[at(r) .. at(r) + asked]`. */
export interface RowCosines {
  at(row: number): number;
  /** Grows, and is then another array, when `at` meets a new row. */
  readonly values: Float32Array;
}

/**
 * Compares the rows `asked`, at most `mostRows` of them, with others by the SIMD kernel `products.wat`: a fraction of
 * the time of a loop here. Each row is worked out once.
 */
export function createRowCosines({ keys, nibbles }: Weights, asked: readonly number[]): RowCosines {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(loadKernel(), { memory: { memory } });
  const { unpack, multiply } = instance.exports as unknown as Kernel;
  const bytes = new Uint8Array(memory.buffer);
  const products = new Int32Array(memory.buffer, 0, packedAt / 4);
  const unpackRow = (row: number, place: number): number => {
    const start = row * packedBytes;
    for (let index = 0; index < packedBytes; index++)
      bytes[packedAt + index] = nibbles[start + index] as number;
    unpack(packedAt, place);
    multiply(place, place, 1, 0);
    return 1 / (Math.sqrt(products[0] as number) || 1);
  };
  const scales = asked.map((row, index) => unpackRow(row, rowsAt + index * unpackedBytes));
  const places = new Int32Array(keys.length).fill(-1);
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
    for (const other of scales) values[used] = (products[used++ - place] as number) * scale * other;
    places[row] = place;
    return place;
  };
  return {
    at: (row) => {
      const place = places[row] as number;
      return place < 0 ? append(row) : place;
    },
    get values() {
      return values;
    },
  };
}

function loadKernel(): WebAssembly.Module {
  kernel ??= new WebAssembly.Module(readFileSync(new URL("products.wasm", import.meta.url)));
  return kernel;
}

let kernel: WebAssembly.Module | undefined;
