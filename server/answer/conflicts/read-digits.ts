const marks = "零一二三四五六七八九";

/** A small whole number or a year in digits or Chinese digits, null where none is written. */
export function readDigits(written: string | undefined): number | null {
  if (written === undefined) return null;
  const plain = written.replaceAll("〇", "零");
  if (/^\d+$/.test(plain)) return Number(plain);
  const [tens, ones] = plain.includes("十") ? plain.split("十") : [undefined, plain];
  if (tens === undefined) return Number([...plain].map((mark) => marks.indexOf(mark)).join(""));
  return (tens === "" ? 1 : marks.indexOf(tens)) * 10 + (ones === "" ? 0 : marks.indexOf(ones ?? ""));
}
