import type { Reference } from "./references.ts";

/** What a reply consists of once everything that could load, link or mislead is taken out. */
export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "marker"; readonly references: readonly Reference[] }
  /** A marker where none can be: in code or in an address. */
  | { readonly kind: "dropped" }
  | { readonly kind: "not_found" };

export interface ScanOptions {
  readonly passageCount: number;
  /** Whether an address stands in the passages; others are left out. */
  readonly isKnownUrl: (url: string) => boolean;
}

/** What was read and how long it was; readers give null where more must come to tell. */
export interface Read {
  readonly length: number;
  readonly tokens: readonly Token[];
  readonly fence?: string;
  readonly dropUntil?: string;
}

/** Held back at most while its end is awaited; then it is taken for ordinary text. */
export const longestHeld = 400;

export function text(length: number, written: string): Read {
  return { length, tokens: written === "" ? [] : [{ kind: "text", text: written }] };
}

const markerLike = /[[【［][\d\s:：,，;；、†L–—-]{1,40}[\]】］]/g;

/** Code and addresses hold no markers; nothing in them is live where the code is not taken for code. */
export function withoutMarkers(whole: string): Read {
  const dropped = [...whole.matchAll(markerLike)].map(() => ({ kind: "dropped" }) as const);
  return {
    length: whole.length,
    tokens: [...text(0, inert(whole.replace(markerLike, ""))).tokens, ...dropped],
  };
}

const wide: Readonly<Record<string, string>> = { "<": "＜", "[": "［", "]": "］", "://": "：//" };

function inert(code: string): string {
  return code.replace(/<(?=[a-z/!?])|[[\]]|:\/\//gi, (mark) => wide[mark] ?? mark);
}
