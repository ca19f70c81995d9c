import type { ReactNode } from "react";

/** Line icons on a 20-unit grid, in the colour of the text beside them and silent to screen readers. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function SendIcon() {
  return (
    <Icon>
      <path d="M10 16V4.5M5 9.2 10 4.2l5 5" />
    </Icon>
  );
}

export function StopIcon() {
  return (
    <Icon>
      <rect x="5.5" y="5.5" width="9" height="9" rx="1.6" fill="currentColor" stroke="none" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m5.5 5.5 9 9m0-9-9 9" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M16 10H4.5M9.2 5 4.2 10l5 5" />
    </Icon>
  );
}

export function NewPageIcon() {
  return (
    <Icon>
      <path d="M11.5 4H16v4.5M16 4l-6.5 6.5M8.5 5H5.2C4.5 5 4 5.5 4 6.2v8.6c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-3.3" />
    </Icon>
  );
}

export function NewChatIcon() {
  return (
    <Icon>
      <path d="M10 4.5v11M4.5 10h11" />
    </Icon>
  );
}

export function DocumentIcon() {
  return (
    <Icon>
      <path d="M5.5 3.5h6l3 3v10h-9zM8 9.5h4M8 12.5h4" />
    </Icon>
  );
}

export function AskIcon() {
  return (
    <Icon>
      <path d="M4 4.5h12v9h-6.5L6 16.5v-3H4zM7.5 8h5M7.5 10.5h3" />
    </Icon>
  );
}

export function DownloadIcon() {
  return (
    <Icon>
      <path d="M10 4v8.5M6.2 8.9l3.8 3.8 3.8-3.8M4.5 16h11" />
    </Icon>
  );
}

export function WarningIcon() {
  return (
    <Icon>
      <path d="M10 4 3.5 15.5h13zM10 8.6v3.2M10 13.6v.1" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <path d="M10 10.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4.4 16.2c.7-2.6 2.9-3.9 5.6-3.9s4.9 1.3 5.6 3.9" />
    </Icon>
  );
}

/** The product's mark: lines of text standing on a ground line. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="mark-field" width="32" height="32" rx="8" />
      <path className="mark-lines" d="M9 10h14M9 15.5h9" />
      <path className="mark-ground" d="M7 23h18" />
    </svg>
  );
}
