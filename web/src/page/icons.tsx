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

export function ForwardIcon() {
  return (
    <Icon>
      <path d="M4 10h11.5M10.8 5l5 5-5 5" />
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

export function UpIcon() {
  return (
    <Icon>
      <path d="m5 12.5 5-5 5 5" />
    </Icon>
  );
}

export function DownIcon() {
  return (
    <Icon>
      <path d="m5 7.5 5 5 5-5" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <path d="M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM12.7 12.7 16.5 16.5" />
    </Icon>
  );
}

export function OutlineIcon() {
  return (
    <Icon>
      <path d="M4 5.5h12M7 10h9M7 14.5h9M4 10v.1M4 14.5v.1" />
    </Icon>
  );
}

export function DictionaryIcon() {
  return (
    <Icon>
      <path d="M3.5 5h8M7.5 3.2V5M10 5c-.7 3-3 5.6-6.3 7M5.5 7.5c1 2 2.8 3.6 5 4.5M9.8 16.5l3.2-8 3.2 8M10.9 14h4.2" />
    </Icon>
  );
}

export function LinkIcon() {
  return (
    <Icon>
      <path d="M8.3 11.7a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-1 1M11.7 8.3a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l1-1" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m4.5 10.5 3.7 3.7 7.3-8" />
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

export function MenuIcon() {
  return (
    <Icon>
      <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />
    </Icon>
  );
}

export function EditIcon() {
  return (
    <Icon>
      <path d="m4 16 .8-3.4 8-8a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3l-8 8zM11.4 6l2.6 2.6" />
    </Icon>
  );
}

export function DeleteIcon() {
  return (
    <Icon>
      <path d="M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5" />
    </Icon>
  );
}

export function CopyIcon() {
  return (
    <Icon>
      <path d="M7.5 7.5h8.5v8.5H7.5zM12.5 7.5V4H4v8.5h3.5" />
    </Icon>
  );
}

export function RetryIcon() {
  return (
    <Icon>
      <path d="M15.6 8.4A6 6 0 1 0 16 11M16 4.5v4h-4" />
    </Icon>
  );
}

export function ThumbUpIcon() {
  return (
    <Icon>
      <path d="M3.5 9h3v7h-3zM6.5 9.4 9.8 3.5c1.1.1 1.8.9 1.6 2l-.4 2.7h3.9a1.4 1.4 0 0 1 1.4 1.7l-1 4.9a1.5 1.5 0 0 1-1.4 1.2H6.5" />
    </Icon>
  );
}

export function ThumbDownIcon() {
  return (
    <Icon>
      <path d="M3.5 11h3V4h-3zM6.5 10.6l3.3 5.9c1.1-.1 1.8-.9 1.6-2l-.4-2.7h3.9a1.4 1.4 0 0 0 1.4-1.7l-1-4.9A1.5 1.5 0 0 0 13.9 4H6.5" />
    </Icon>
  );
}
