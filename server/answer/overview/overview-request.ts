import type { KnowledgeBase } from "../../../ingest/index/knowledge-base.ts";
import type { Dictionary } from "../../../ingest/language/dictionary.ts";
import { fold } from "../../../ingest/language/fold.ts";
import { queryGroups } from "../../../ingest/language/query-terms.ts";
import type { AskRequest } from "../../api/types.ts";
import { findNamedDocuments } from "../extractive/named-documents.ts";
import { findDocumentEvidence } from "../rank/document-evidence.ts";

/**
 * The documents a question wants to have told in short, none where it does not say which; null for a question that
 * asks for anything in particular. `scope` is all it may be about.
 */
export function readOverviewRequest(
  { question, history }: AskRequest,
  base: KnowledgeBase,
  { dictionary, scope }: { readonly dictionary: Dictionary; readonly scope: readonly string[] },
): readonly string[] | null {
  const folded = fold(question);
  if (scope.length === 0 || requests.every((request) => folded.search(request) === -1)) return null;
  const rest = [...requests, ...fillers].reduce((text, words) => text.replace(words, " "), folded);
  const groups = queryGroups(rest, dictionary);
  const evidence = findDocumentEvidence(groups, base);
  if (!groups.every((group) => group.weight < ownWeight || evidence.naming.has(group))) return null;
  if (scope.length === 1) return scope;
  const { documents: named, missingYears } = findNamedDocuments(question, base, dictionary);
  if (missingYears.length > 0) return null;
  const byTitle = [...evidence.byDocument].filter(([, share]) => share === 1).map(([id]) => id);
  const wanted = (named.size > 0 ? [...named] : byTitle).filter((id) => scope.includes(id));
  // In a conversation, what is to be told in short may be what was spoken of before.
  if (wanted.length === 0 && (history ?? []).length > 0) return null;
  return wanted.length > mostTold ? [] : wanted;
}

/** A name that so many documents share does not say which. */
const mostTold = 3;
/** Lighter groups are characters and translations of what the heavier ones hold. */
const ownWeight = 1;

/** Ways to ask what a whole text says, in folded text. */
const requests: readonly RegExp[] = [
  /\bsummar(?:y|ies|i[sz](?:e[sd]?|ing))\b|\boverview\b|\bgist\b|\btl;?dr\b|\b(?:main|key) (?:points?|ideas?|messages?|contents?)\b/g,
  /\bwhat(?:'s| is| are| does| do)\b(?=.{0,80}\b(?:about|say|cover|contain)\s*[?.!]*$)|\b(?:about|say|cover|contain)(?=\s*[?.!]*$)/g,
  /总结|概括|撮要|摘要|概要|概述|归纳|大意|主旨/g,
  /(?:内容|重点|要点)(?:[是系有])?(?:什么|甚么|咩|乜嘢?|哪些|边啲)?|(?:讲|说|谈|写)[咗了的嘅是系啲些]*(?:什么|甚么|咩|乜嘢?|啥)/g,
];

/** What such a request says besides. */
const fillers: readonly RegExp[] = [
  /\b(?:documents?|papers?|reports?|files?|submissions?|articles?|texts?|whole|entire|short|brief(?:ly)?|please|give|tell|me|us|in|a|few|words|sentences?|english|chinese)\b/g,
  /(?:研究)?报告书?|[建意][议见]书|文件|文档|文章|资料|全文|里面|入面|主要|大概|大致|简单|简短|扼要|请|麻烦|唔该|可否|可以|[帮同替给俾畀]我|一下|[呢这那嗰该此][份篇个]?|讲[下吓讲]|[份篇本下吓将把用的嘅]|几句|一句话?/g,
  /(?:19|20)\d\d ?年?|(?:\d{1,2}|[一二三四五六七八九十]+) ?月份?|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/g,
];
