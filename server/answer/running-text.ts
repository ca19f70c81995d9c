/** Sentences one after the other, with a blank between them unless full-width punctuation already parts them. */
export function runningText(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) =>
    endsWide.test(text) ? text + sentence : `${text} ${sentence}`,
  );
}

const endsWide = /[\u3000-\u303f\uff00-\uff60]$/u;
