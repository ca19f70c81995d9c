import { columnsOf } from "./layout.ts";
import { isListStyle } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

/** What each paragraph is: a heading with its style (equal styles are equally deep), a list item, or text. */
export type Role =
  | { readonly kind: "heading"; readonly style: string }
  | { readonly kind: "item" }
  | { readonly kind: "text" };

const longestHeadingColumns = 110;
const longestPlainHeadingColumns = 64;

/** The paragraph in question with its neighbours, and the role already found for the next one. */
interface Place {
  readonly previous: Paragraph | undefined;
  readonly next: Paragraph;
  readonly nextRole: Role;
}

/**
 * Read from the end, because a heading is known by what it stands over: short, and followed by text,
 * by a list, or by a heading of another style. A numbered line beside its own like is a list item.
 */
export function findRoles(paragraphs: readonly Paragraph[]): Role[] {
  const roles: Role[] = new Array(paragraphs.length);
  for (let index = paragraphs.length - 1; index >= 0; index--) {
    const next = paragraphs[index + 1];
    const nextRole = roles[index + 1];
    const place = next && nextRole ? { previous: paragraphs[index - 1], next, nextRole } : null;
    roles[index] = roleOf(paragraphs[index] as Paragraph, place);
  }
  return roles;
}

function roleOf(paragraph: Paragraph, place: Place | null): Role {
  const { marker, text } = paragraph;
  if (paragraph.heading !== null) return { kind: "heading", style: `#${paragraph.heading}` };
  if (marker?.style === "markdown-heading") return { kind: "heading", style: `#${text.indexOf(" ")}` };
  const asList: Role = marker ? { kind: "item" } : { kind: "text" };
  if (!place || (marker && isListStyle(marker.style))) return asList;
  if (!marker) return plainRole(text, place);
  const hasTwin = place.next.marker?.style === marker.style || place.previous?.marker?.style === marker.style;
  return !hasTwin && isNumberedHeading(text, place.next) ? { kind: "heading", style: marker.style } : asList;
}

function isNumberedHeading(text: string, next: Paragraph): boolean {
  if (columnsOf(text) > longestHeadingColumns || /[；;，,：:]$/.test(text)) return false;
  if (!/[。.]$/.test(text)) return true;
  return next.marker === null && columnsOf(text) < columnsOf(next.text);
}

/** An unnumbered line: a label such as 「提要：」, a heading, a line of the title, or text. */
function plainRole(text: string, { previous, next, nextRole }: Place): Role {
  const isLabel = /[：:]$/.test(text);
  if (isLabel)
    return isLabelHeading(text, next, nextRole) ? { kind: "heading", style: labelStyle } : { kind: "text" };
  if (columnsOf(text) > longestPlainHeadingColumns || endsLikeText(text)) return { kind: "text" };
  if (isInsideList(previous, next)) return { kind: "text" };
  if (nextRole.kind === "heading") return { kind: "heading", style: "plain" };
  const standsOver = next.marker !== null || columnsOf(text) < columnsOf(next.text);
  return standsOver ? { kind: "heading", style: "plain" } : { kind: "text" };
}

/** Between two items of one list, or under an item that is no sentence of its own. */
function isInsideList(previous: Paragraph | undefined, next: Paragraph): boolean {
  if (!previous?.marker) return false;
  return (
    previous.marker.style === next.marker?.style ||
    (isListStyle(previous.marker.style) && !endsLikeText(previous.text))
  );
}

/** The style of a heading that holds until the next heading of any style. */
export const labelStyle = "label";

function isLabelHeading(text: string, next: Paragraph, nextRole: Role): boolean {
  return columnsOf(text) <= 16 && (nextRole.kind === "heading" || next.marker === null);
}

function endsLikeText(text: string): boolean {
  const withoutName = text.replace(/（[^）]*）$|「[^」]*」$|《[^》]*》$|\([^)]*\)$/, "");
  return /[。；，、.;,!?！？…」』）)]$/.test(withoutName);
}
