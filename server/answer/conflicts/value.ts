import type { Quantity } from "../verify/quantity.ts";

/** A date, time of day or figure that a text gives, and where it stands in it. */
export type Value = Place &
  (
    | { readonly kind: "date"; readonly parts: DateParts }
    | { readonly kind: "time"; readonly minutes: number }
    | { readonly kind: "figure"; readonly quantity: Quantity; readonly counted: string }
  );

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Year, month and day, null where not given. */
export type DateParts = readonly [number | null, number | null, number | null];
