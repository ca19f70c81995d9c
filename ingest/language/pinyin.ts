/** CC-CEDICT's numbered pinyin with tone marks: `lu:4 se4` gives `lǜ sè`; what is no syllable stays as it is. */
export function markTones(numbered: string): string {
  return numbered.replace(/([a-zü:]+)([1-5])/giu, (_, letters: string, tone: string) =>
    markSyllable(letters.replace(/u:/g, "ü").replace(/U:/g, "Ü"), Number(tone)),
  );
}

/** The mark stands on a or e, on the o of ou, or else on the last vowel; combining marks join their letter (NFC). */
function markSyllable(letters: string, tone: number): string {
  const mark = marks[tone - 1] ?? "";
  const at = /[ae]|o(?=u)|[iouü](?=[^aeiouü]*$)/iu.exec(letters)?.index;
  if (at === undefined || mark === "") return letters;
  return (letters.slice(0, at + 1) + mark + letters.slice(at + 1)).normalize("NFC");
}

const marks = ["\u0304", "\u0301", "\u030c", "\u0300", ""];
