/** Why a passage was found, in English. */
export const enWhy = {
  whyThisPassage: "Why this passage",
  whyLoading: "Looking up the reasons…",
  whyFailed: "The reasons could not be loaded.",
  whyMissing: "Searched for alone, the question leads to other passages of this document.",
  whyMatches: "Words of the question found here",
  whyNoMatches: "None of the question’s words stand here; the passage is near it in meaning.",
  whyUnmatched: "Not found here: {{words}}",
  whyNaming: "The question names this document: {{words}}",
  whyScore: "What counted, and how much",
  whyEarlier: "from earlier in the conversation",
  whyListSeparator: ", ",

  kindWritten: "as written",
  kindForm: "another form",
  kindSynonym: "synonym",
  kindTranslation: "translation",

  placeHeading: "in the heading",
  placeTitle: "in the title",
  placeOrganisation: "in the organisation’s name",
  placeAlias: "in a short name",
  placeDate: "in the date",

  featureLexical: "Words found, rare ones more",
  featureDense: "Nearness in meaning",
  featureAlignment: "Words near in meaning",
  featureSentence: "Words close together",
  featureHeading: "Words in the heading",
  featureDocument: "The document is named",
  featureRun: "Same wording at length",
  featureRerank: "Cross-encoder’s reading",
};

export type WhyWording = Readonly<Record<keyof typeof enWhy, string>>;
