import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Readiness } from "../api/types.ts";
import { json } from "./openapi-parts.ts";
import type { AppParts } from "./parts.ts";
import { readinessSchema } from "./response-schemas.ts";

export function addHealth(app: OpenAPIHono, parts: AppParts): void {
  app.get("/healthz", (context) => context.json({ alive: true }));

  app.get("/readyz", async (context) => {
    const readiness = await describeReadiness(parts);
    return context.json(readiness, readiness.ready ? 200 : 503);
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/healthz",
    summary: "Whether the server is alive",
    responses: { 200: { description: "It is.", content: json(z.object({ alive: z.literal(true) })) } },
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/readyz",
    summary: "Whether questions can be answered",
    responses: {
      200: { description: "An index is loaded.", content: json(readinessSchema) },
      503: { description: "Not now; the message says why.", content: json(readinessSchema) },
    },
  });
}

async function describeReadiness({
  knowledge,
  model: used,
  storage,
  closing,
  draining,
}: AppParts): Promise<Readiness> {
  const model = used?.model.name ?? null;
  const common = { model, modelState: stateOf(used), storageFailures: storage.failures };
  const published = await knowledge();
  if (published.base === null) {
    const { reason, message } = published;
    return { ready: false, reason, message, documents: 0, passages: 0, generation: null, ...common };
  }

  const { generation, passageCount: passages } = published.base;
  const documents = published.base.documents().length;
  const message = `Answering from ${documents} documents, ${passages} passages.`;
  const loaded = { documents, passages, generation, ...common };
  return closing?.aborted || draining?.aborted
    ? { ready: false, reason: "shutting_down", message: "The server is restarting.", ...loaded }
    : { ready: true, reason: "ok", message, ...loaded };
}

function stateOf(used: AppParts["model"]): Readiness["modelState"] {
  if (used === null) return null;
  return used.breaker.isResting ? "failing" : "ready";
}
