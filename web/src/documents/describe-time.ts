/** A moment in the reader's language and time zone; what is no date stays as it is written. */
export function describeTime(iso: string, language: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  // Plain `en` would be American: the day stands first elsewhere, and is understood there too.
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(time);
}

const minuteInMs = 60_000;
const tenSecondsInMs = 10_000;

/** `1.7 seconds`, `42 seconds`, `3 minutes 5 seconds`. */
export function describeDuration(ms: number, language: string): string {
  const format = (value: number, unit: "minute" | "second") =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
  if (ms < tenSecondsInMs) return format(Math.round(ms / 100) / 10, "second");
  const seconds = Math.round(ms / 1000);
  if (seconds * 1000 < minuteInMs) return format(seconds, "second");
  const parts = [format(Math.floor(seconds / 60), "minute"), format(seconds % 60, "second")];
  return new Intl.ListFormat(language, { type: "unit", style: "narrow" }).format(parts);
}
