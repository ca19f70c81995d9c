import type { ReactNode, RefObject } from "react";

interface ScrollRegionProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly className: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** A part of the page that scrolls by itself, by keyboard too. */
export function ScrollRegion({ scroller, className, label, children }: ScrollRegionProps) {
  return (
    <section
      ref={scroller}
      className={className}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll only what has the focus.
      tabIndex={0}
    >
      {children}
    </section>
  );
}
