import type { Failure } from "./failures.ts";
import { type Markup, markup } from "./markup.ts";

/** One question that went wrong: what was asked and answered, on which lines, what was wanted, and why it counts. */
export function printFailure({ case: one, asked, found, reasons }: Failure): Markup {
  const kind = one.kind ?? one.type;
  const faults = [...new Set(reasons.map((reason) => reason.class))];
  return markup`<article data-faults="${faults.join("|")}" data-lang="${one.lang}" data-kind="${kind}">
<div>${faults.map((fault) => markup`<span class="tag fault">${fault}</span>`)}<span class="tag">${one.lang}</span><span class="tag">${kind}</span><code>${one.id}</code></div>
${one.history.map(({ role, content }) => markup`<p class="note">${role}: ${content}</p>`)}
<p class="question" lang="${one.lang}">${one.question}</p>
${asked !== null && markup`<div class="answer">${asked.answer.text}</div>`}
<dl><dt>Why</dt>${reasons.map(({ text }) => markup`<dd>${text}</dd>`)}
${asked?.citations.map((citation, index) => markup`<dt>[${asked.answer.citations[index]?.marker ?? index + 1}] ${citation.document}, ${linesOf(citation)}</dt><dd>${citation.lines.length === 0 ? "no such lines" : citation.lines.map(({ number, text }) => `${number}  ${text}`).join("\n")}</dd>`) ?? null}
${one.gold.map((range) => markup`<dt>Wanted: ${range.document}, ${linesOf(range)}</dt>${"quote" in range && markup`<dd>${range.quote}</dd>`}`)}
${asked === null && found !== null && markup`<dt>Found</dt>${found.slice(0, 5).map((passage) => markup`<dd>${passage.document}, ${linesOf(passage)}</dd>`)}`}
</dl></article>
`;
}

function linesOf({ startLine, endLine }: { readonly startLine: number; readonly endLine: number }): string {
  return startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`;
}
