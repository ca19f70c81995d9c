import { expect, test } from "vitest";
import { buildDocumentPath, buildSourceUrl, readSourcePath } from "../../web/src/sources/source-url.ts";

test("keeps an id's slashes and encodes everything else", () => {
  expect(buildSourceUrl("a b/50%?#.txt", { from: 1, to: 2 })).toBe("/sources/a%20b/50%25%3F%23.txt#L1-L2");
  expect(buildDocumentPath("政策/甲.md")).toBe("/api/documents/%E6%94%BF%E7%AD%96/%E7%94%B2.md");
});

test.for(["a.txt", "a/b/c.txt", "政策/2024 建議書 (終稿).md", "50%/?q#L1.txt", "a&b+c.txt"])(
  "reads back the id %j",
  (id) => {
    const { pathname } = new URL(buildSourceUrl(id), "http://localhost");
    expect(readSourcePath(pathname)).toBe(id);
  },
);

test("reads no id from another page's path or a broken one", () => {
  expect(readSourcePath("/")).toBeNull();
  expect(readSourcePath("/c/abc")).toBeNull();
  expect(readSourcePath("/sources/")).toBeNull();
  expect(readSourcePath("/sources/%E4%B8")).toBeNull();
});
