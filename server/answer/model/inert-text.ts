/**
 * Joins a piece to what was written before it, so that no two harmless pieces make a tag, an image or a link:
 * nothing that is written holds `<` before a letter, `](`, `]:`, `![` or a `][` other than between two markers.
 */
export function joinInert(written: string, piece: string): string {
  const seam = written.slice(-1) + piece.slice(0, 1);
  const isRisky = /^(?:<[a-z/!?]|\][(:]|!\[)$/i.test(seam) || (seam === "][" && !/^\[\d/.test(piece));
  return isRisky ? ` ${piece}` : piece;
}
