import { OpenAPIHono } from "@hono/zod-openapi";
import { answerFailure } from "./http/failure.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import { answerUnmatched } from "./http/unmatched.ts";
import { addAsk } from "./routes/ask.ts";
import { addDocument } from "./routes/document.ts";
import { addDocuments } from "./routes/documents.ts";
import { addHealth } from "./routes/health.ts";
import { addIngest } from "./routes/ingest.ts";
import { addOpenApi } from "./routes/openapi.ts";
import { addPages } from "./routes/pages.ts";
import type { AppParts } from "./routes/parts.ts";
import { addSearch } from "./routes/search.ts";

/** The HTTP application; it opens no port and no file until a request asks for one. */
export function createApp(parts: AppParts): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(addSecurityHeaders);

  addAsk(app, parts);
  addSearch(app, parts);
  addDocuments(app, parts);
  addDocument(app, parts);
  addIngest(app, parts);
  addHealth(app, parts);
  addOpenApi(app);
  addPages(app, parts);

  app.notFound(answerUnmatched(app));
  app.onError(answerFailure(parts.log));
  return app;
}
