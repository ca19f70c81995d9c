import { type RefObject, useEffect, useState } from "react";

export interface SelectedText {
  readonly text: string;
  /** Where its last line stands in the window. */
  readonly place: DOMRect;
}

/** The longest text that the dictionary takes. */
const longestText = 200;

/** A word or phrase selected within an element; null while there is none, one is still being drawn, or it is too long. */
export function useTextSelection(container: RefObject<HTMLElement | null>): SelectedText | null {
  const [selected, setSelected] = useState<SelectedText | null>(null);
  useEffect(() => {
    let isDrawing = false;
    let isAny = false;
    const read = () => setSelected(isDrawing ? null : readSelection(container.current));
    const handleChange = () => {
      isAny = document.getSelection()?.isCollapsed === false;
      read();
    };
    // To ask for a selection has the page laid out at once, which a frame of a scroll has no time for.
    const handleScroll = () => {
      if (isAny) read();
    };
    const handleDown = () => {
      isDrawing = true;
    };
    const handleUp = () => {
      isDrawing = false;
      read();
    };
    const scroller = container.current;
    document.addEventListener("selectionchange", handleChange);
    scroller?.addEventListener("pointerdown", handleDown);
    document.addEventListener("pointerup", handleUp);
    document.addEventListener("pointercancel", handleUp);
    scroller?.addEventListener("scroll", handleScroll, { passive: true });
    return () => {
      document.removeEventListener("selectionchange", handleChange);
      scroller?.removeEventListener("pointerdown", handleDown);
      document.removeEventListener("pointerup", handleUp);
      document.removeEventListener("pointercancel", handleUp);
      scroller?.removeEventListener("scroll", handleScroll);
    };
  }, [container]);
  return selected;
}

function readSelection(container: HTMLElement | null): SelectedText | null {
  const selection = document.getSelection();
  if (container === null || selection === null || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!container.contains(range.commonAncestorContainer)) return null;
  const text = selection.toString().trim();
  if (text.length > longestText || !/\p{L}/u.test(text)) return null;
  const place = [...range.getClientRects()].at(-1);
  const room = container.getBoundingClientRect();
  if (place === undefined || place.bottom < room.top || place.bottom > room.bottom) return null;
  return { text, place };
}
