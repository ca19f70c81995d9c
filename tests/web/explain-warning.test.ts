import { expect, test } from "vitest";
import { explainWarning } from "../../web/src/documents/explain-warning.ts";

const message = "the server's words";

test.for([
  ["lossy:3", { wording: "warnedLossy", number: 3, detail: null }],
  ["bad_row:10", { wording: "warnedBadRow", number: 10, detail: null }],
  ["pages_without_text:2", { wording: "warnedPagesWithoutText", number: 2, detail: null }],
  ["comments_left_out:4", { wording: "warnedComments", number: 4, detail: null }],
  ["hidden_sheet", { wording: "warnedHiddenSheet", number: null, detail: message }],
] as const)("%s is worded in the reader's language", ([code, expected]) => {
  expect(explainWarning({ code, message })).toEqual(expected);
});

test.for(["on_fire", "on_fire:3", "lossy", "lossy:many", "constructor:1"])(
  "for %s the server's message is shown",
  (code) => {
    expect(explainWarning({ code, message })).toEqual({ wording: null, number: null, detail: message });
  },
);
