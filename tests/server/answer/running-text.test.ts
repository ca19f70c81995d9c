import { expect, it } from "vitest";
import { runningText } from "../../../server/answer/running-text.ts";

it("puts a blank between sentences where their script has one", () => {
  expect(runningText(["It rose.", "It fell."])).toBe("It rose. It fell.");
  expect(runningText(["推廣認證。", "可考慮津貼；", "亦可配對。"])).toBe("推廣認證。可考慮津貼；亦可配對。");
  expect(runningText(["推廣認證", "交流來往"])).toBe("推廣認證 交流來往");
  expect(runningText(["它上升。", "It fell."])).toBe("它上升。It fell.");
});
