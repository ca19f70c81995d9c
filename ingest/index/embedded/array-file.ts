import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

export type NamedArrays = Readonly<
  Record<string, Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array>
>;

const constructors = { Float64Array, Float32Array, Uint32Array, Uint16Array, Uint8Array } as const;
const alignment = 8;

interface Entry {
  readonly name: string;
  readonly type: keyof typeof constructors;
  readonly length: number;
  readonly offset: number;
}

/** Bytes of one file: a 32-bit header length, a JSON header, then each array at a multiple of 8 bytes. */
export function encodeArrays(arrays: NamedArrays): Uint8Array {
  let offset = 0;
  const entries: Entry[] = Object.entries(arrays).map(([name, array]) => {
    const entry = { name, type: array.constructor.name as Entry["type"], length: array.length, offset };
    offset += align(array.byteLength);
    return entry;
  });
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const start = align(4 + header.length);
  const bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  for (const entry of entries) {
    const array = arrays[entry.name];
    if (array)
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + entry.offset);
  }
  return bytes;
}

/** The arrays of a file written by `encodeArrays`, as views over one buffer. */
export function readArrays(path: string): NamedArrays {
  return decodeArrays(readFileSync(path));
}

/** The same without stopping other work while the disk is read. */
export async function loadArrays(path: string): Promise<NamedArrays> {
  return decodeArrays(await readFile(path));
}

function decodeArrays(file: Uint8Array<ArrayBuffer>): NamedArrays {
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const buffer = bytes.byteOffset % alignment === 0 ? bytes : bytes.slice();
  const headerLength = new DataView(buffer.buffer, buffer.byteOffset).getUint32(0, true);
  const entries = JSON.parse(new TextDecoder().decode(buffer.subarray(4, 4 + headerLength))) as Entry[];
  const start = buffer.byteOffset + align(4 + headerLength);
  return Object.fromEntries(
    entries.map(({ name, type, length, offset }) => [
      name,
      new constructors[type](buffer.buffer, start + offset, length),
    ]),
  );
}

function align(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
