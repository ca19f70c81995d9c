import { describe, expect, it } from "vitest";
import { problems } from "../../server/http/problem.ts";
import { explainUpload } from "../../web/src/documents/uploads/explain-upload.ts";

describe("explainUpload", () => {
  it.each([
    ["unsupported", "refusedUnsupported"],
    ["exists", "uploadExists"],
    ["upload_too_large", "uploadLarge"],
    ["rate_limited", "uploadBusy"],
    ["internal", "uploadFailed"],
    ["__proto__", "uploadFailed"],
  ])("gives for %s the reason %s", (code, reason) => {
    expect(explainUpload(code).reason).toBe(reason);
  });

  it("never speaks of the ingest where the request itself was refused", () => {
    for (const code of Object.keys(problems)) expect(explainUpload(code).reason).not.toMatch(/^refused/);
  });
});
