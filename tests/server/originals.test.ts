import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findOriginal } from "../../server/originals.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "originals-")));
const corpus = join(folder, "corpus");
mkdirSync(join(corpus, "年報"), { recursive: true });
mkdirSync(join(folder, "corpus-private"));
writeFileSync(join(corpus, "年報", "2024.PDF"), "%PDF-1.7\n");
writeFileSync(join(corpus, "page.html"), "<p>text</p>\n");
writeFileSync(join(folder, "corpus-private", "secret.txt"), "secret\n");
symlinkSync(join(folder, "corpus-private", "secret.txt"), join(corpus, "link.txt"));
symlinkSync(join(folder, "corpus-private"), join(corpus, "linked"));

afterAll(() => rmSync(folder, { recursive: true }));

describe("the original of a document", () => {
  it("is its file in the corpus, under its own name and type", async () => {
    expect(await findOriginal(corpus, "年報/2024.PDF")).toEqual({
      path: join(corpus, "年報", "2024.PDF"),
      name: "2024.PDF",
      mediaType: "application/pdf",
    });
  });

  it("is of no type that a browser would show as a page of ours", async () => {
    expect(await findOriginal(corpus, "page.html")).toMatchObject({ mediaType: "application/octet-stream" });
  });

  it.each(["link.txt", "linked/secret.txt", "../corpus-private/secret.txt", "年報", "gone.txt", "a\0.txt"])(
    "[R055] is nothing that leads out of the corpus or is no file: %j",
    async (id) => {
      expect(await findOriginal(corpus, id)).toBeNull();
    },
  );
});
