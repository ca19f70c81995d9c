import { join } from "node:path";
import { measureFile } from "./checksum.ts";
import { IndexError, type Manifest } from "./manifest.ts";

/** Compares every index file with its checksum, before a native library opens it. */
export async function verifyFiles(folder: string, { files }: Pick<Manifest, "files">): Promise<void> {
  for (const [name, expected] of Object.entries(files)) {
    const found = await measureFile(join(folder, name)).catch(() => null);
    if (found?.bytes !== expected.bytes || found.sha256 !== expected.sha256) {
      throw new IndexError(
        `The index file '${join(folder, name)}' is damaged or missing: run 'npm run ingest'.`,
      );
    }
  }
}
