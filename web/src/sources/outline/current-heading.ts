/** The index of the heading that a line stands under; null above the first one. */
export function currentHeading(headings: readonly { readonly line: number }[], line: number): number | null {
  const index = headings.findLastIndex((heading) => heading.line <= line);
  return index < 0 ? null : index;
}
