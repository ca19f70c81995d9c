import { expect, test } from "vitest";
import { isSendKey } from "../../web/src/chat/is-send-key.ts";

const enter = { key: "Enter", shiftKey: false, isComposing: false, keyCode: 13 };

test.for([
  ["Enter", enter, true],
  ["Shift+Enter", { ...enter, shiftKey: true }, false],
  ["Enter that picks a candidate", { ...enter, isComposing: true }, false],
  ["Enter that ends a composition in Safari", { ...enter, keyCode: 229 }, false],
  ["another key", { ...enter, key: "a", keyCode: 65 }, false],
] as const)("%s", ([, key, isSent]) => {
  expect(isSendKey(key)).toBe(isSent);
});
