import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../server/answer/ask.ts";
import type { Answer } from "../../server/api/types.ts";
import { buildApp, post } from "../server/fake-parts.ts";
import { buildRig, type Rig } from "../server/model/model-rig.ts";

/** Ten documents that say one thing in ways of their own, and one that says another. */
const openings = [
  "The pool lets swimmers stay for 45 minutes.",
  "Swimmers may stay in the pool for 45 minutes at most.",
  "Each visit to the pool lasts 45 minutes for swimmers.",
  "In the pool swimmers have 45 minutes before they must leave.",
  "A swimmer may stay 45 minutes in the pool.",
];
const good = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [
    `pools/pool-${index}.md`,
    `# Swimming notes, part ${index + 1}\n\n${openings[index % openings.length]}\n`,
  ]),
);
const texts = {
  ...good,
  "pools/poisoned.md": "# Swimming notes, changed\n\nSwimmers may stay in the pool for 90 minutes at most.\n",
  "fares-notice.md": "# 渡輪收費通告\n\n成人單程票價為 12 元，須以八達通繳付。\n",
  "fares-guide.md": "# Ferry guide\n\nThe single fare for adults is 15 dollars, to be paid by Octopus.\n",
  "library-2022.md": "# Library report\n\nIn 2022 the library lent 51,000 books to readers.\n",
  "library-2023.md": "# Library report\n\nIn 2023 the library lent 58,000 books to readers.\n",
  "halls.md": "# Halls\n\nThe Lantern Hall seats 120 people.\n",
  "more-halls.md": "# More halls\n\nThe Ferry Hall seats 300 people.\n",
  "bridge.md": "# Bridge\n\nThe bridge cost 29.9 million dollars to build.\n",
  "bridge-news.md": "# News of the bridge\n\nThe bridge cost about 30 million dollars to build.\n",
};

let rig: Rig;
beforeAll(async () => {
  rig = await buildRig(texts);
});
afterAll(() => rig.close());

describe("documents that do not agree", () => {
  it("[R086] are both cited for what they say, where one contradicts ten", async () => {
    const answer = await askQuoting("How many minutes may swimmers stay in the pool?");
    expect(answer.status).toBe("answered");
    expect(answer.text).toContain("The documents do not agree:");
    expect(sidesOf(answer)).toEqual({
      "45 minutes": expect.arrayContaining([expect.stringMatching(/^pools\/pool-\d\.md$/)]),
      "90 minutes": ["pools/poisoned.md"],
    });
  });

  it("[R086] are both cited where a model has read only one of them out", async () => {
    const { answer, shown, events } = await rig.ask(
      { pieces: [`Swimmers may stay for 45 minutes [1:3].`] },
      { question: "How many minutes may swimmers stay in the pool?" },
    );
    expect(Object.keys(sidesOf(answer)).sort()).toEqual(["45 minutes", "90 minutes"]);
    expect(shown).toBe(answer.text);
    const streamed = events.flatMap((event) => (event.event === "citation" ? [event.data] : []));
    expect(streamed).toEqual(answer.citations);
    expect(answer.sentences.every(({ verdict }) => verdict === "supported")).toBe(true);
  });

  it.each([
    ["What is the single fare for adults?", "The documents do not agree:"],
    ["成人單程票價是多少元？", "文件的說法並不一致："],
    ["成人单程票价是多少元？", "文档的说法并不一致："],
  ])("[R086] are set side by side across languages: %s", async (question, line) => {
    const answer = await askQuoting(question);
    expect(answer.text).toContain(line);
    expect(sidesOf(answer)).toEqual({ "12 元": ["fares-notice.md"], "15 dollars": ["fares-guide.md"] });
  });

  it.each([
    ["speak of different years", "How many books did the library lend to readers?"],
    ["speak of different things", "How many people does the Lantern Hall seat?"],
    ["round the same figure", "How much did the bridge cost to build?"],
  ])("[R086] are not made out of those that %s", async (_, question) => {
    const answer = await askQuoting(question);
    expect(answer.status).toBe("answered");
    expect(answer.conflicts).toBeUndefined();
  });
});

async function askQuoting(question: string): Promise<Answer> {
  const { base, parts } = rig.published;
  const { app } = buildApp({
    knowledge: () => ({ base }),
    ask: (_, request, signal) => ask(parts, base, request, signal),
  });
  return (await app.request("/api/ask", post({ question }))).json();
}

/** The documents cited for each value. */
function sidesOf({ conflicts = [], citations }: Answer): Record<string, readonly (string | undefined)[]> {
  return Object.fromEntries(
    conflicts.flatMap(({ sides }) =>
      sides.map(({ value, citations: markers }) => [
        value,
        markers.map((marker) => citations.find((citation) => citation.marker === marker)?.document),
      ]),
    ),
  );
}
