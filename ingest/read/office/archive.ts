import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { startsWith } from "../binary.ts";
import { decodeText } from "../decode.ts";
import { archiveLimits } from "../limits.ts";
import { RefusedFile } from "../read-result.ts";

/** The parts of an office file, which is a zip archive. Nothing of it is ever written to disk. */
export interface Archive {
  readonly names: readonly string[];
  /** The text of a part, or null where there is none of this name. */
  readText(name: string): Promise<string | null>;
}

export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOfficeFile(bytes);
  const zip = await openZip(bytes);
  const entries = await listEntries(zip, bytes.length);
  const budget = { unpacked: 0, packed: bytes.length };
  return {
    names: [...entries.keys()],
    async readText(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const decoded = decodeText(await unpack(zip, entry, budget));
      if (decoded.status !== "text" || decoded.replaced > 0)
        throw new RefusedFile("corrupt", `is damaged: its part ${name} is not text`);
      return decoded.text;
    },
  };
}

/** Office programs keep a file with a password in the container of their old formats. */
function oldOfficeFile(bytes: Uint8Array): RefusedFile {
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
  return isEncrypted
    ? new RefusedFile("encrypted", "is protected by a password: save a copy without one")
    : new RefusedFile("corrupt", "is in an old office format under a new name: save it in the new format");
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return await fromBufferPromise(buffer, { strictFileNames: true, validateEntrySizes: true });
  } catch (cause) {
    throw new RefusedFile("corrupt", `is no office file (${(cause as Error).message}): save it again`);
  }
}

async function listEntries(zip: ZipFile, packedBytes: number): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > archiveLimits.entries)
    throw new RefusedFile(
      "too_large",
      `has ${zip.entryCount} parts, more than the ${archiveLimits.entries} that are read`,
    );
  const entries = new Map<string, Entry>();
  let claimed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry);
      claimed += entry.compressedSize;
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch (cause) {
    if (cause instanceof RefusedFile) throw cause;
    const { message } = cause as Error;
    const isName = /^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(message);
    throw new RefusedFile(isName ? "unsafe_archive" : "corrupt", `has a broken list of parts (${message})`);
  }
  if (claimed > packedBytes) throw new RefusedFile("unsafe_archive", "has parts that lie over each other");
  return entries;
}

const fileTypeMask = 0o170000;
const symbolicLink = 0o120000;

function checkEntry(entry: Entry): void {
  const name = JSON.stringify(entry.fileName.slice(0, 80));
  if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink)
    throw new RefusedFile("unsafe_archive", `has a part that is a link: ${name}`);
  if (entry.isEncrypted()) throw new RefusedFile("encrypted", `has a part under a password: ${name}`);
}

/** Counts the bytes as they come out, because the sizes that an archive states may lie. */
async function unpack(zip: ZipFile, entry: Entry, budget: { unpacked: number; packed: number }) {
  const { unpackedBytes, ratio, ratioCountsFrom } = archiveLimits;
  const chunks: Buffer[] = [];
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    budget.unpacked += chunk.length;
    const isBomb = budget.unpacked > Math.max(ratioCountsFrom, budget.packed * ratio);
    if (isBomb || budget.unpacked > unpackedBytes)
      throw new RefusedFile(
        "too_large",
        `unpacks to more than ${isBomb ? `${ratio} times its size` : "200 MB"}`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
