import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** What the archive says the unpacked size is, where it lies. */
  readonly statedSize?: number;
  readonly isEncrypted?: boolean;
  readonly isLink?: boolean;
  /** Points at the data of the first part instead of its own. */
  readonly overlapsFirst?: boolean;
}

/** A zip archive written out by hand, so that it can also be a wrong one. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const header = fields(part);
    if (part.overlapsFirst) {
      directory.push(directoryEntry(part, header, 0));
      continue;
    }
    const body = Buffer.concat([number(0x04034b50, 4), header.common, header.name, header.packed]);
    directory.push(directoryEntry(part, header, offset));
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const count = number(parts.length, 2);
  const end = [
    number(0x06054b50, 4),
    number(0, 4),
    count,
    count,
    number(entries.length, 4),
    number(offset, 4),
    number(0, 2),
  ];
  return Buffer.concat([...bodies, entries, ...end]);
}

function fields({ name, data, statedSize, isEncrypted = false }: ZipPart) {
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  const packed = deflateRawSync(bytes);
  const nameBytes = Buffer.from(name);
  const common = Buffer.concat([
    number(20, 2),
    number((isEncrypted ? 1 : 0) | 0x800, 2),
    number(8, 2),
    number(0, 4),
    number(crc32(bytes), 4),
    number(packed.length, 4),
    number(statedSize ?? bytes.length, 4),
    number(nameBytes.length, 2),
    number(0, 2),
  ]);
  return { common, name: nameBytes, packed };
}

function directoryEntry(
  { isLink = false }: ZipPart,
  { common, name }: ReturnType<typeof fields>,
  offset: number,
): Buffer {
  const attributes = isLink ? 0o120777 * 0x10000 : 0;
  const made = [number(0x02014b50, 4), number(0x031e, 2), common];
  return Buffer.concat([
    ...made,
    number(0, 2),
    number(0, 2),
    number(0, 2),
    number(attributes, 4),
    number(offset, 4),
    name,
  ]);
}

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let index = 0; index < bytes; index++) buffer[index] = Math.floor(value / 256 ** index) % 256;
  return buffer;
}
