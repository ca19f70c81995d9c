interface Size {
  readonly width: number;
  readonly height: number;
}

interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const gapInPixels = 8;

interface Room {
  readonly left: number;
  readonly right: number;
}

/** Above its anchor where there is room, else below, and never past an edge of its room. */
export function placeTooltip(anchor: Anchor, tooltip: Size, room: Room): { left: number; top: number } {
  const centred = (anchor.left + anchor.right - tooltip.width) / 2;
  const rightmost = room.right - tooltip.width - gapInPixels;
  const above = anchor.top - tooltip.height - gapInPixels;
  return {
    left: Math.max(room.left + gapInPixels, Math.min(centred, rightmost)),
    top: above >= gapInPixels ? above : anchor.bottom + gapInPixels,
  };
}
