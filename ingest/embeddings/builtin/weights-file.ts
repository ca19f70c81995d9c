import { createHash } from "node:crypto";

/**
 * The trained vectors, by the keys of their features. Each number is a nibble: 8 stands for 0, one step is the
 * row's scale. The numbers 2i and 2i + 1 of a row share its byte i, the first in the low half.
 */
export interface Weights {
  readonly dimension: number;
  /** Length of the hashed vector of a word or number that has no row. */
  readonly unknownLength: number;
  readonly keys: Uint32Array;
  readonly scales: Float32Array;
  readonly nibbles: Uint8Array;
}

/** A weights file that cannot be used; the message names the file and says what to do. */
export class WeightsError extends Error {
  override readonly name = "WeightsError";

  constructor(file: string, problem: string) {
    super(
      `The embedder's weights ${file} ${problem}: fetch the file anew (git checkout), or run npm run train-embedder.`,
    );
  }
}

const MAGIC = "GLWEIGHT";
/** Magic, format, features version, dimension, rows, unknown length; then the SHA-256 of all the rest. */
const HEADER_BYTES = 28;
const CHECKSUM_BYTES = 32;
const FORMAT = 1;

/** Header, checksum, keys, scales, nibbles; all numbers little-endian. */
export function encodeWeights(weights: Weights, featuresVersion: number): Uint8Array<ArrayBuffer> {
  const { dimension, unknownLength, keys, scales, nibbles } = weights;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, "latin1");
  [FORMAT, featuresVersion, dimension, keys.length].forEach((value, index) => {
    header.writeUInt32LE(value, MAGIC.length + 4 * index);
  });
  header.writeFloatLE(unknownLength, HEADER_BYTES - 4);
  const body = Buffer.concat([bytesOf(keys), bytesOf(scales), nibbles]);
  return new Uint8Array(Buffer.concat([header, checksum(header, body), body]));
}

/** Throws WeightsError where the bytes are not what encodeWeights made for this version of the features. */
export function decodeWeights(bytes: Uint8Array, file: string, featuresVersion: number): Weights {
  const all = alignedBytes(bytes);
  const header = all.subarray(0, HEADER_BYTES);
  if (all.length < HEADER_BYTES + CHECKSUM_BYTES || header.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    throw new WeightsError(file, "are not a weights file");
  }
  const [format, version, dimension = 0, rows = 0] = [0, 1, 2, 3].map((index) =>
    header.readUInt32LE(MAGIC.length + 4 * index),
  );
  if (format !== FORMAT || version !== featuresVersion) {
    throw new WeightsError(
      file,
      `have format ${format} for features ${version}, not format ${FORMAT} for features ${featuresVersion}`,
    );
  }
  const body = all.subarray(HEADER_BYTES + CHECKSUM_BYTES);
  if (!checksum(header, body).equals(all.subarray(HEADER_BYTES, HEADER_BYTES + CHECKSUM_BYTES))) {
    throw new WeightsError(file, "do not match their checksum");
  }
  return {
    dimension,
    unknownLength: header.readFloatLE(HEADER_BYTES - 4),
    keys: new Uint32Array(body.buffer, body.byteOffset, rows),
    scales: new Float32Array(body.buffer, body.byteOffset + 4 * rows, rows),
    nibbles: new Uint8Array(body.buffer, body.byteOffset + 8 * rows, body.length - 8 * rows),
  };
}

/** The bytes where they are, so that the weights are not held twice, or a copy where numbers cannot be read there. */
function alignedBytes(bytes: Uint8Array): Buffer {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return Buffer.from(buffer, byteOffset, byteLength);
}

function bytesOf(numbers: Uint32Array | Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function checksum(header: Uint8Array, body: Uint8Array): Buffer {
  return createHash("sha256").update(header).update(body).digest();
}
