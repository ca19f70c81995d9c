import { expect, test } from "vitest";
import { explainRefusal } from "../../web/src/documents/explain-refusal.ts";
import { groupRefusals } from "../../web/src/documents/group-refusals.ts";

test("groups files by what is to be done, and says a common message once", () => {
  const groups = groupRefusals([
    refused("a.doc", "unsupported", "is of a kind that is not read"),
    refused("b.txt", "empty", "holds no text"),
    refused("c.doc", "unsupported", "is of a kind that is not read"),
    refused("d.txt", "too_large", "has 9 MB"),
  ]);
  expect(groups.map(({ reason, sharedDetail, files }) => ({ reason, sharedDetail, files }))).toEqual([
    {
      reason: "refusedUnsupported",
      sharedDetail: "is of a kind that is not read",
      files: [
        { id: "a.doc", detail: null },
        { id: "c.doc", detail: null },
      ],
    },
    { reason: "refusedEmpty", sharedDetail: null, files: [{ id: "b.txt", detail: null }] },
    { reason: "refusedLarge", sharedDetail: null, files: [{ id: "d.txt", detail: "has 9 MB" }] },
  ]);
});

test.for([
  "binary",
  "changed",
  "corrupt",
  "empty",
  "encoding_unknown",
  "encrypted",
  "line_too_long",
  "no_text_layer",
  "not_regular",
  "outside_root",
  "permission",
  "too_large",
  "too_slow",
  "unreadable",
  "unsafe_archive",
  "unsupported",
])("%s has a reason of its own", (code) => {
  expect(explainRefusal(code).reason).not.toBe("refusedOther");
});

test.for(["on_fire", "", "constructor", "__proto__"])(
  "of the unknown code %j the message is shown",
  (code) => {
    expect(explainRefusal(code)).toEqual({
      reason: "refusedOther",
      action: "refusedOtherAction",
      hasDetail: true,
    });
  },
);

function refused(id: string, code: string, message: string) {
  return { id, status: "refused" as const, code, message };
}
