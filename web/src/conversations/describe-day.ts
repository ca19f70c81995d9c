/** A day as it is called: today, yesterday, the weekday within a week, else its date. */
export function describeDay(day: Date, today: Date, language: string): string {
  const days = countDays(day, today);
  if (days === 0 || days === 1) {
    return capitalise(new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day"));
  }
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(language, { weekday: "long" }).format(day);
  // Plain `en` would be American: the day stands first elsewhere, and is understood there too.
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(day);
}

export function isSameDay(first: Date, second: Date): boolean {
  return countDays(first, second) === 0;
}

/** Calendar days of the reader's time zone; noon to noon, so that a change of the clock counts for nothing. */
function countDays(from: Date, to: Date): number {
  return Math.round((noon(to) - noon(from)) / dayInMs);
}

const dayInMs = 86_400_000;

function noon(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate(), 12).getTime();
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
