import type { ReactNode } from "react";

interface ActionButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isPressed?: boolean | undefined;
  readonly isExpanded?: boolean | undefined;
  /** Null while it cannot be done. */
  readonly onPress: (() => void) | null;
}

/** One thing to do with a message. */
export function ActionButton({ label, icon, isPressed, isExpanded, onPress }: ActionButtonProps) {
  return (
    <button
      type="button"
      className="action"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      // Not `disabled`, which would drop the focus when an answer begins.
      aria-disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      {icon}
    </button>
  );
}
