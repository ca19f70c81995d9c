import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { createAnonymousKey } from "../access/anonymous-reader.ts";
import type { EmbedPolicy } from "../api/types.ts";
import { readJson } from "../http/json-body.ts";
import { ProblemError } from "../http/problem.ts";
import { bodyRefusals, json, refusals } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";

/** What the embedded chat has to know before it listens to the page around it or asks anything. */
export function addEmbed(app: OpenAPIHono, { embed }: AppParts): void {
  app.get("/api/embed", (context) =>
    context.json({ origins: embed.origins, isOpen: embed.isOpen } satisfies EmbedPolicy),
  );

  app.post("/api/embed/readers", async (context) => {
    await readJson(context.req.raw, z.strictObject({}));
    if (!embed.isOpen) throw new ProblemError("token_missing");
    return context.json({ key: createAnonymousKey() }, 201);
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/embed",
    summary: "Who may embed the chat, and whether its readers need a token",
    responses: { 200: { description: "As the settings say.", content: json(embedPolicySchema) } },
  });
  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/embed/readers",
    summary: "Become an anonymous reader of an embedded chat",
    description:
      "The key goes out as Authorization: Bearer with every further request. A signed token takes its place where the page around the chat knows its readers.",
    request: { body: { required: true, content: json(z.strictObject({})) } },
    responses: {
      201: { description: "A new key.", content: json(z.object({ key: z.string() })) },
      ...refusals("token_missing", ...bodyRefusals),
    },
  });
}

const embedPolicySchema = z
  .object({ origins: z.array(z.string()), isOpen: z.boolean() })
  .openapi("EmbedPolicy") satisfies z.ZodType<EmbedPolicy>;
