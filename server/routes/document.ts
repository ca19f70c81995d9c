import type { OpenAPIHono } from "@hono/zod-openapi";
import { ProblemError } from "../http/problem.ts";
import { describeDocument } from "./describe-document.ts";
import { documentFind } from "./document-find.ts";
import { documentId } from "./document-id.ts";
import { documentLines } from "./document-lines.ts";
import { documentOriginal } from "./document-original.ts";
import type { AppParts } from "./parts.ts";
import { publishedBase } from "./published-base.ts";

/**
 * Several resources share one route, because an id holds slashes. They cannot be confused: where `a` is a document,
 * `a/original` is none, since the corpus cannot hold a file and a folder of one name.
 */
export function addDocument(app: OpenAPIHono, parts: AppParts): void {
  app.get("/api/documents/:id{[^]+}", async (context) => {
    const base = await publishedBase(parts);
    const id = documentId(context.req.url);

    const document = base.document(id);
    if (document) return context.json(documentLines(base, document, context.req.queries()));

    const slash = id.lastIndexOf("/");
    const owner = slash < 0 ? undefined : base.document(id.slice(0, slash));
    if (owner) {
      const part = id.slice(slash + 1);
      if (part === "original") return documentOriginal(parts, owner.id, context.req.method);
      if (part === "outline") return context.json({ id: owner.id, headings: base.headings(owner.id) });
      if (part === "find") return context.json(await documentFind(base, owner, context));
    }
    throw new ProblemError("document_unknown", id);
  });

  describeDocument(app);
}
