import { expect, test } from "vitest";
import { placeTooltip } from "../../web/src/answer/place-tooltip.ts";

const room = { left: 100, right: 1000 };
const tooltip = { width: 300, height: 100 };

test.for([
  ["above its chip", 500, 400, { left: 360, top: 292 }],
  ["below where there is no room above", 500, 50, { left: 360, top: 78 }],
  ["inside the left edge", 110, 400, { left: 108, top: 292 }],
  ["inside the right edge", 980, 400, { left: 692, top: 292 }],
] as const)("stands %s", ([, left, top, place]) => {
  const anchor = { left, right: left + 20, top, bottom: top + 20 };
  expect(placeTooltip(anchor, tooltip, room)).toEqual(place);
});
