import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Gloss } from "../api/gloss.ts";
import { parseInput } from "../http/parse-input.ts";
import { json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";

export function addGloss(app: OpenAPIHono, { gloss }: AppParts): void {
  app.get("/api/gloss", async (context) => {
    const { text } = parseInput(querySchema, context.req.queries());
    return context.json(await gloss(text));
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/gloss",
    summary: "Say what a word or phrase is in the other language",
    description: "From CC-CEDICT (CC BY-SA 4.0) and the thesaurus, by the longest words they list.",
    request: { query: z.object({ text: z.string().min(1).max(mostCharacters) }) },
    responses: {
      200: { description: "The words that are listed.", content: json(glossSchema) },
      ...refusals("request_invalid"),
    },
  });
}

/** A sentence or so: the reader of more wants a translation. */
const mostCharacters = 200;

const querySchema = z.strictObject({
  text: z
    .tuple([
      z
        .string()
        .max(mostCharacters, `give at most ${mostCharacters} characters`)
        .regex(/\S/, "give the word to look up"),
    ])
    .transform(([text]) => text),
});

const forms = { traditional: z.string(), simplified: z.string() };

export const glossSchema = z
  .object({
    words: z.array(
      z.object({
        text: z.string().openapi({ description: "As it stands in the text." }),
        terms: z.array(z.object({ english: z.array(z.string()), chinese: z.array(z.object(forms)) })),
        entries: z.array(
          z.object({
            ...forms,
            pinyin: z.string().openapi({ example: "chuàng xīn" }),
            senses: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .openapi("Gloss") satisfies z.ZodType<Gloss>;
