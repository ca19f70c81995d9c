import { type FileHandle, open } from "node:fs/promises";

const chunkInBytes = 64 * 1024;

export interface FileResponseOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The file as a response, or null where the path leads to no regular file that can be read. */
export async function fileResponse(
  path: string,
  { method, headers }: FileResponseOptions,
): Promise<Response | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;

  const stat = await file.stat();
  const isReadable = stat.isFile();
  if (!isReadable || method === "HEAD") await file.close();
  if (!isReadable) return null;

  const body = method === "HEAD" ? null : contents(file, stat.size);
  return new Response(body, { headers: { ...headers, "content-length": String(stat.size) } });
}

/** Exactly `size` bytes, as promised in Content-Length, whatever happens to the file meanwhile. */
function contents(file: FileHandle, size: number): ReadableStream<Uint8Array> {
  let position = 0;
  return new ReadableStream({
    async pull(controller) {
      const chunk = await readChunk(file, position, Math.min(chunkInBytes, size - position));
      position += chunk.length;
      if (chunk.length > 0) controller.enqueue(chunk);
      if (position < size) return;
      await file.close();
      controller.close();
    },
    cancel: () => file.close(),
  });
}

async function readChunk(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
    if (bytesRead === 0 && length > 0) throw new Error("The file became shorter");
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    await file.close();
    throw new Error("The file cannot be read", { cause });
  }
}
