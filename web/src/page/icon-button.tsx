import type { ComponentProps } from "react";

interface IconButtonProps extends ComponentProps<"button"> {
  /** What it does, for who points at it and for who hears it. */
  readonly label: string;
}

/** A button that shows a picture and no word. */
export function IconButton({ label, ...rest }: IconButtonProps) {
  return <button type="button" className="icon-button" title={label} aria-label={label} {...rest} />;
}
