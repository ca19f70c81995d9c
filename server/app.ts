import { OpenAPIHono } from "@hono/zod-openapi";
import { checkHost } from "./access/check-host.ts";
import { limitAddress, limitReader } from "./access/limit-rate.ts";
import { readBearer } from "./access/read-bearer.ts";
import { UnsavedConversations } from "./conversations/unsaved-conversations.ts";
import { compressReading } from "./http/compress-reading.ts";
import { answerFailure } from "./http/failure.ts";
import { addSecurityHeaders } from "./http/security-headers.ts";
import { answerUnmatched } from "./http/unmatched.ts";
import { addAnswers } from "./routes/answers.ts";
import { addAsk } from "./routes/ask.ts";
import { addCitations } from "./routes/citations.ts";
import { addConversation } from "./routes/conversation.ts";
import { addConversations } from "./routes/conversations.ts";
import { addDocument } from "./routes/document.ts";
import { addDocuments } from "./routes/documents.ts";
import { addEmbed } from "./routes/embed.ts";
import { addFeedback } from "./routes/feedback.ts";
import { addFeedbackList } from "./routes/feedback-list.ts";
import { addGloss } from "./routes/gloss.ts";
import { addHealth } from "./routes/health.ts";
import { addIngest } from "./routes/ingest.ts";
import { addMetrics, countRequests } from "./routes/metrics.ts";
import { addChatCompletions } from "./routes/openai/chat-completions.ts";
import { addModels } from "./routes/openai/models.ts";
import { addOpenApi } from "./routes/openapi.ts";
import { addPages } from "./routes/pages.ts";
import type { AppParts } from "./routes/parts.ts";
import { addSearch } from "./routes/search.ts";
import { addUploads } from "./routes/uploads.ts";

/** The HTTP application; it opens no port and no file until a request asks for one. */
export function createApp(parts: AppParts): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(addSecurityHeaders(parts.embed.origins));
  app.use(countRequests(parts.metrics));
  app.use(compressReading());
  app.use(checkHost(parts.access));
  const byAddress = limitAddress(parts.access);
  const byReader = limitReader(parts.access);
  app.use("/api/*", byAddress, readBearer(parts.embed), byReader);
  app.use("/v1/*", byAddress, byReader);

  const answering = { ...parts, unsaved: new UnsavedConversations() };
  addAsk(app, answering);
  addAnswers(app, answering);
  addFeedback(app, parts);
  addFeedbackList(app, parts);
  addConversations(app, parts);
  addConversation(app, parts);
  addCitations(app, parts);
  addSearch(app, parts);
  addDocuments(app, parts);
  addDocument(app, parts);
  addGloss(app, parts);
  addUploads(app, parts);
  addIngest(app, parts);
  addEmbed(app, parts);
  addHealth(app, parts);
  addMetrics(app, parts);
  addChatCompletions(app, parts);
  addModels(app);
  addOpenApi(app);
  addPages(app, parts);

  app.notFound(answerUnmatched(app));
  app.onError(answerFailure(parts.log));
  return app;
}
