import type { Part } from "./bag.ts";
import { createRandom, pick, type Random } from "./random.ts";
import { type TrainingSet, textsPerArticle } from "./training-set.ts";

/** Two parts of the training text that mean the same. */
export interface Sample {
  readonly query: readonly Part[];
  readonly passage: readonly Part[];
}

/** What the samples of one batch are; all of a batch are of one kind, so that its negatives are of that kind too. */
type Kind = "translation" | "neighbour" | "heading" | "terms";

/** Where a sample stands: the seed, the step of the training, the place in its batch. */
export interface Place {
  readonly seed: number;
  readonly step: number;
  readonly index: number;
  readonly batchSize: number;
}

/** How often each kind has its turn. */
const kindShares: readonly (readonly [Kind, number])[] = [
  ["translation", 0.3],
  ["neighbour", 0.1],
  ["heading", 0.05],
  ["terms", 0.55],
];
/** Neighbouring articles of one law in a batch: negatives that share the subject. */
const articlesPerRun = 4;
/** Units of the longest passage, by language; about what ingest cuts. */
const longestPassage = { zh: 260, en: 140 };
const dropouts = [0, 0, 0.1, 0.3];

/** The sample of a place, always the same for the same place; further draws for it come from its `random`. */
export function drawSample(set: TrainingSet, place: Place): Sample & { readonly random: Random } {
  const random = createRandom(place.seed, place.step, place.index + 1);
  return { ...draw(set, place, random), random };
}

function draw(set: TrainingSet, place: Place, random: Random): Sample {
  const kind = drawKind(createRandom(place.seed, place.step));
  if (kind === "terms") return drawTerms(set, random);
  const article = drawArticle(set, place, kind === "heading" ? 1 : articlesPerRun);
  if (kind === "translation") return drawTranslation(set, article, random);
  if (kind === "neighbour") return drawNeighbours(set, article, random);
  return drawHeading(set, article, random);
}

function drawKind(random: Random): Kind {
  let rest = random();
  for (const [kind, share] of kindShares) {
    rest -= share;
    if (rest < 0) return kind;
  }
  return "terms";
}

interface ArticleTexts {
  readonly zh: number;
  readonly en: number;
  readonly titleZh: number;
  readonly titleEn: number;
  readonly headingZh: number;
}

/** Runs of neighbours, each from its own stretch of the list, so that no article comes twice in a batch. */
function drawArticle(
  { articles }: TrainingSet,
  { seed, step, index, batchSize }: Place,
  runLength: number,
): ArticleTexts {
  const count = articles.length / textsPerArticle;
  const runs = Math.max(1, Math.floor(batchSize / runLength));
  const run = Math.floor(index / runLength) % runs;
  const within = createRandom(seed, step, run, runLength)();
  const article = (Math.floor(((run + within) / runs) * count) + (index % runLength)) % count;
  const [zh = -1, en = -1, titleZh = -1, titleEn = -1, headingZh = -1] = articles.subarray(
    article * textsPerArticle,
    (article + 1) * textsPerArticle,
  );
  return { zh, en, titleZh, titleEn, headingZh };
}

function drawTranslation(set: TrainingSet, article: ArticleTexts, random: Random): Sample {
  const [queryLanguage, passageLanguage] = random() < 0.6 ? (["en", "zh"] as const) : (["zh", "en"] as const);
  const title = titleIn(article, passageLanguage);
  const isSpan = random() < 0.7;
  const query = isSpan
    ? drawSpan(set, article[queryLanguage], random)
    : wholeOf(set, article[queryLanguage], longestPassage[queryLanguage], random);
  const middle = middleOf(set, query);
  const passage = windowAround(
    set,
    article[passageLanguage],
    middle,
    longestPassage[passageLanguage],
    random,
  );
  return {
    query: [query],
    passage: title >= 0 && random() < 0.3 ? [wholeText(set, title), passage] : [passage],
  };
}

/** A few words of an article and what stands around them, with or without the words themselves. */
function drawNeighbours(set: TrainingSet, article: ArticleTexts, random: Random): Sample {
  const language = random() < 0.5 ? "en" : "zh";
  const text = article[language];
  const query = drawSpan(set, text, random);
  const passage = windowAround(set, text, middleOf(set, query), longestPassage[language], random);
  if (random() < 0.4) return { query: [query], passage: [passage] };
  return {
    query: [query],
    passage: [
      { ...passage, end: Math.min(passage.end, query.start) },
      { ...passage, start: Math.max(passage.start, query.end) },
    ],
  };
}

function drawHeading(set: TrainingSet, article: ArticleTexts, random: Random): Sample {
  const language = random() < 0.5 ? "en" : "zh";
  const title = titleIn(article, random() < 0.5 ? "en" : "zh");
  const heading = article.headingZh;
  const query = [title, random() < 0.5 ? heading : -1].filter((text) => text >= 0);
  return {
    query: (query.length > 0 ? query : [article.titleZh]).map((text) => wholeText(set, text)),
    passage: [windowAround(set, article[language], random(), longestPassage[language], random)],
  };
}

/** Some terms on one side, all of them and others on the other, as if they stood in a question and its passage. */
function drawTerms(set: TrainingSet, random: Random): Sample {
  const count = 1 + pick(random, random() < 0.5 ? 4 : 24);
  const asked = 1 + pick(random, Math.min(count, 6));
  const isChineseAsked = random() < 0.3;
  const isOneLanguage = random() < 0.2;
  const query: Part[] = [];
  const passage: Part[] = [];
  for (let index = 0; index < count; index++) {
    const term = drawTerm(set, random());
    const passageSide = isChineseAsked === isOneLanguage ? 0 : 1;
    if (index < asked) query.push(drawWording(set, term, isChineseAsked ? 0 : 1, random));
    passage.push(drawWording(set, term, passageSide, random));
  }
  return { query, passage };
}

function drawTerm({ termShares }: TrainingSet, share: number): number {
  let low = 0;
  let high = termShares.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((termShares[middle] as number) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A wording of a term, the earlier ones oftener. */
function drawWording(set: TrainingSet, term: number, side: 0 | 1, random: Random): Part {
  const start = set.termStarts[2 * term + side] as number;
  const end = set.termStarts[2 * term + side + 1] as number;
  const place = Math.min(pick(random, end - start), pick(random, end - start));
  return wholeText(set, set.termTexts[start + place] as number);
}

function titleIn(article: ArticleTexts, language: "en" | "zh"): number {
  return language === "en" ? article.titleEn : article.titleZh;
}

function lengthOf({ texts }: TrainingSet, text: number): number {
  return (texts.starts[text + 1] as number) - (texts.starts[text] as number);
}

function wholeText(set: TrainingSet, text: number): Part {
  return { text, start: 0, end: lengthOf(set, text), dropout: 0 };
}

function wholeOf(set: TrainingSet, text: number, longest: number, random: Random): Part {
  return { text, start: 0, end: Math.min(longest, lengthOf(set, text)), dropout: drawDropout(random) };
}

/** Three to thirty units that follow each other, thinned: about what a question holds. */
function drawSpan(set: TrainingSet, text: number, random: Random): Part {
  const length = lengthOf(set, text);
  const span = Math.min(length, 3 + pick(random, 28));
  const start = pick(random, length - span + 1);
  return { text, start, end: start + span, dropout: drawDropout(random) };
}

function middleOf(set: TrainingSet, { text, start, end }: Part): number {
  return (start + end) / 2 / Math.max(1, lengthOf(set, text));
}

/** A window of the text about the point that lies `middle` of the way through it. */
function windowAround(set: TrainingSet, text: number, middle: number, longest: number, random: Random): Part {
  const length = lengthOf(set, text);
  const span = Math.min(length, Math.floor(longest * (0.5 + 0.5 * random())));
  const start = Math.max(0, Math.min(length - span, Math.floor(middle * length - random() * span)));
  return { text, start, end: start + span, dropout: drawDropout(random) };
}

function drawDropout(random: Random): number {
  return dropouts[pick(random, dropouts.length)] ?? 0;
}
