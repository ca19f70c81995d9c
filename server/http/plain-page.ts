import { html } from "hono/html";

/** A page that needs nothing but itself, for when the web app cannot be shown. */
export function plainPage({
  status,
  title,
  text,
}: {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}): Response {
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Groundline</a></p></main></body>
</html>
`;
  return new Response(String(page), { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
