import { html } from "hono/html";
import { z } from "zod";
import { problems } from "../http/problem.ts";

/** The OpenAPI document as a page to read: the routes, the shapes, and every problem with its anchor. */
export function apiPage(openApiDocument: unknown): string {
  const { info, paths, components } = documentSchema.parse(openApiDocument);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${info.title} API</title>
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<main>
<h1>${info.title} API</h1>
<p>${info.description}</p>
<p>The same for programs: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
${Object.entries(paths).map(pathSections)}
<h2 id="shapes">Shapes</h2>
${Object.entries(components.schemas).map(shapeSection)}
<h2 id="problems">Problems</h2>
<table>
<tr><th>Code</th><th>Status</th><th>What to do</th></tr>
${Object.entries(problems).map(problemRow)}
</table>
</main>
</body>
</html>
`;
  return String(page);
}

/** What the page shows of an OpenAPI document; the rest is left out. */
const content = z.record(z.string(), z.object({ schema: z.looseObject({ $ref: z.string().optional() }) }));
const operationSchema = z.object({
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.string(), schema: z.unknown(), description: z.string().optional() }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: content.default({}) })),
});
const documentSchema = z.object({
  info: z.object({ title: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

type Content = z.output<typeof content>;
type Operation = z.output<typeof operationSchema>;

function pathSections([path, operations]: [string, Record<string, Operation>]) {
  return Object.entries(operations).map(([method, operation]) => operationSection(method, path, operation));
}

function operationSection(method: string, path: string, operation: Operation) {
  const { summary, description, parameters, requestBody, responses } = operation;
  return html`<h2><code>${method.toUpperCase()} ${path}</code></h2>
<p>${summary}.</p>
${description && html`<p>${description}</p>`}
<table>
<tr><th>Part</th><th>Means</th><th>Shape</th></tr>
${parameters.map(
  (parameter) => html`<tr><td>${parameter.in} <code>${parameter.name}</code></td>
<td>${parameter.description}</td><td><code>${JSON.stringify(parameter.schema)}</code></td></tr>
`,
)}
${requestBody && html`<tr><td>body</td><td></td><td>${shapesOf(requestBody.content)}</td></tr>`}
${Object.entries(responses).map(
  ([status, response]) => html`<tr><td>${status}</td>
<td>${response.description}</td><td>${shapesOf(response.content)}</td></tr>
`,
)}
</table>
`;
}

function shapesOf(shapes: Content) {
  return Object.entries(shapes).map(([mediaType, { schema }]) => {
    const name = schema.$ref?.split("/").at(-1);
    return html`${mediaType}${name && html`: <a href="#shape-${name}">${name}</a>`}
`;
  });
}

function shapeSection([name, schema]: [string, unknown]) {
  return html`<h3 id="shape-${name}">${name}</h3>
<pre>${JSON.stringify(schema, null, 2)}</pre>
`;
}

function problemRow([code, { status, title }]: [string, { status: number; title: string }]) {
  return html`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>
`;
}
