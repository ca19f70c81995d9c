import { type FocusEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { useEscape } from "../page/use-escape.ts";

/** Long enough for the pointer to cross the gap between a chip and its tooltip. */
const hideDelayInMs = 160;

/** Shown on hover and on keyboard focus, kept while pointed at, hidden by Esc (WCAG 2.2, 1.4.13). */
export function useTooltip() {
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(() => {
    clearTimeout(timer.current);
    setShown(true);
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(false);
  }, []);
  const hideSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(false), hideDelayInMs);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEscape(hide);

  return {
    isShown,
    hide,
    chipHandlers: {
      // A tap opens the source at once: a tooltip would only cover it.
      onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === "mouse" && show(),
      onPointerLeave: hideSoon,
      onFocus: ({ currentTarget }: FocusEvent) => currentTarget.matches(":focus-visible") && show(),
      onBlur: hide,
    },
    tooltipHandlers: { onPointerEnter: show, onPointerLeave: hideSoon },
  };
}
