import { parseAccept } from "hono/utils/accept";

/** Those of the encodings offered that an Accept-Encoding header takes, in the order offered (RFC 9110, 12.5.3). */
export function acceptedEncodings<Encoding extends string>(
  header: string | null,
  offered: readonly Encoding[],
): readonly Encoding[] {
  const accepted = parseAccept(header ?? "");
  const weightOf = (name: string) => accepted.find(({ type }) => type.toLowerCase() === name)?.q;
  return offered.filter((encoding) => (weightOf(encoding) ?? weightOf("*") ?? 0) > 0);
}
