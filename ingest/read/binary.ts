/** Whether bytes that claim to be text open like a file of another kind. */
export function isBinary(bytes: Uint8Array): boolean {
  return signatures.some((signature) => startsWith(bytes, signature));
}

/** First bytes of the file kinds that are most often found under a text file's name. */
const signatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x1f, 0x8b], // gzip
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0xd0, 0xcf, 0x11, 0xe0], // old Office files
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21, 0x1a], // RAR
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const sampleLength = 65_536;

/** A NUL, or more than one control character in a hundred: no text in an encoding of single bytes and up. */
export function hasBinaryBytes(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, sampleLength);
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && !isTextControl(byte)) controls++;
  return controls * 100 > sample.length;
}

/** Tab, line ends, vertical tab, form feed and escape occur in text. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;
}
