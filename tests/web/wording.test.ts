import { expect, test } from "vitest";
import { en, type Wording } from "../../web/src/i18n/en.ts";
import { zhHans } from "../../web/src/i18n/zh-hans.ts";
import { zhHant } from "../../web/src/i18n/zh-hant.ts";

test.for([
  ["zh-Hant", zhHant],
  ["zh-Hans", zhHans],
] as const)("%s says every wording with the same blanks as English", ([, wording]) => {
  for (const key of Object.keys(en) as (keyof Wording)[]) {
    expect(wording[key].trim(), key).not.toBe("");
    expect(blanks(wording[key]), key).toEqual(blanks(en[key]));
  }
});

function blanks(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name).sort();
}
