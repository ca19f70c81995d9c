/** A list's number as an office program writes it in one of its formats; an unknown format counts in plain digits. */
export function formatNumber(number: number, format: string): string {
  return (formats[format] ?? String)(number);
}

const formats: Readonly<Record<string, (number: number) => string>> = {
  none: () => "",
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalFullWidth: (number) =>
    String(number).replace(/\d/g, (digit) => "０１２３４５６７８９"[Number(digit)] ?? digit),
  decimalEnclosedCircle: (number) => (number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)),
  decimalEnclosedCircleChinese: (number) =>
    number <= 20 ? String.fromCodePoint(0x245f + number) : String(number),
  upperLetter: (number) => letters(number, "A"),
  lowerLetter: (number) => letters(number, "a"),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: digitByDigit,
  taiwaneseDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  ideographTraditional: (number) => "甲乙丙丁戊己庚辛壬癸"[number - 1] ?? String(number),
  ideographZodiac: (number) => "子丑寅卯辰巳午未申酉戌亥"[number - 1] ?? String(number),
};

/** A to Z, then AA, BB and so on. */
function letters(number: number, first: "A" | "a"): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(number / 26)));
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, digits] of romanDigits) {
    text += digits.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

const digits = "〇一二三四五六七八九";

function digitByDigit(number: number): string {
  return [...String(number)].map((digit) => digits[Number(digit)] ?? digit).join("");
}

/** 一, 十, 十一, 二十, 一百零五: as lists are counted, up to 999. */
function chinese(number: number): string {
  if (number < 1 || number > 999) return String(number);
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const digit = (value: number) => digits[value] ?? "";
  const tenText =
    tens === 0
      ? hundreds > 0 && ones > 0
        ? "零"
        : ""
      : `${tens === 1 && hundreds === 0 ? "" : digit(tens)}十`;
  return `${hundreds > 0 ? `${digit(hundreds)}百` : ""}${tenText}${ones > 0 ? digit(ones) : ""}`;
}
