import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { json } from "../openapi-parts.ts";
import { modelId } from "./chat-request.ts";

export function addModels(app: OpenAPIHono): void {
  const created = Math.floor(Date.now() / 1000);
  const model = { id: modelId, object: "model", created, owned_by: modelId } as const;

  app.get("/v1/models", (context) => context.json({ object: "list", data: [model] }));

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/v1/models",
    summary: "The one model, for clients of the OpenAI API",
    responses: { 200: { description: "A list of it.", content: json(z.looseObject({})) } },
  });
}
