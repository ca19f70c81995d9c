/** The source viewer, in English. */
export const enSources = {
  sourceTools: "Tools for this document",
  linesNotLoaded: "Some lines could not be loaded.",

  outline: "Outline",
  outlineLoading: "Looking for headings…",
  outlineNone: "This document has no headings.",
  outlineFailed: "The outline could not be loaded.",

  findOpen: "Find in this document",
  findLabel: "Find in this document",
  findPrevious: "Previous match",
  findNext: "Next match",
  findClose: "Close the search",
  findSearching: "Searching…",
  findFailed: "Search failed",
  findNone: "No matches",
  findCount: "{{current}} of {{count}}",

  copyDocumentLink: "Copy a link to this document",
  copyLinesLink: "Copy a link to {{lines}}",
  linkCopied: "Link copied",
  linkNotCopied: "Copying is blocked by the browser: copy the address instead.",

  citationSteps: "Citations of this answer",
  citationOf: "Citation {{number}} of {{count}}",
  citationBefore: "Previous citation",
  citationAfter: "Next citation",

  glossTitle: "Dictionary",
  glossLabel: "Word or phrase, Chinese or English",
  glossOffer: "Look up",
  glossResults: "What the dictionary says",
  glossHint: "Type a word, or select one in the text.",
  glossLoading: "Looking it up…",
  glossFailed: "The dictionary cannot be reached. Try again.",
  glossNone: "The dictionary does not list this.",
  glossClose: "Close the dictionary",
  glossCredit: "From CC-CEDICT (CC BY-SA 4.0) and the built-in thesaurus.",
};

export type SourcesWording = Readonly<Record<keyof typeof enSources, string>>;
