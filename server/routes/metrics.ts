import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Metrics } from "../metrics/metrics.ts";
import type { AppParts } from "./parts.ts";

/** Counts every request under the route that answered it: paths themselves are endless. */
export function countRequests(metrics: Metrics): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const route = routePath(context, -1);
    metrics.countRequest(
      route === "/*" ? "none" : route,
      context.req.method,
      context.res.status,
      performance.now() - start,
    );
  };
}

export function addMetrics(app: OpenAPIHono, { metrics, knowledge, model, storage }: AppParts): void {
  metrics.addGauge("groundline_model_resting", "1 while the language model is left alone.", () =>
    model === null ? null : Number(model.breaker.isResting),
  );
  metrics.addGauge(
    "groundline_storage_failures",
    "Times that conversations could not be kept.",
    () => storage.failures,
  );
  const fromBase = async (read: (base: Base) => number) => {
    const { base } = await knowledge();
    return base === null ? null : read(base);
  };
  metrics.addGauge("groundline_index_age_seconds", "Since the index in use was published.", () =>
    fromBase(({ report }) => (Date.now() - Date.parse(report.createdAt)) / 1000),
  );
  metrics.addGauge("groundline_index_documents", "Documents in the index in use.", () =>
    fromBase((base) => base.documents().length),
  );
  metrics.addGauge("groundline_index_passages", "Passages in the index in use.", () =>
    fromBase(({ passageCount }) => passageCount),
  );

  app.get("/metrics", async () => {
    const text = await metrics.registry.metrics();
    return new Response(text, { headers: { "content-type": metrics.registry.contentType } });
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/metrics",
    summary: "What the server counts, for Prometheus",
    responses: {
      200: { description: "Counters and gauges.", content: { "text/plain": { schema: z.string() } } },
    },
  });
}

type Base = Exclude<Awaited<ReturnType<AppParts["knowledge"]>>["base"], null>;
