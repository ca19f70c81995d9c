import type { GlossEntry, GlossedTerm, GlossedWord } from "../../../../server/api/gloss.ts";
import { useTranslation } from "../../i18n/use-translation.ts";
import { otherWordings, showForms } from "./chinese-forms.ts";

/** What the dictionary and the thesaurus say of each word. */
export function GlossedWords({ words }: { readonly words: readonly GlossedWord[] }) {
  return (
    <dl className="gloss-words">
      {words.map((word) => (
        <div key={word.text} className="gloss-word">
          <dt className="gloss-headword" lang={/\p{Script=Han}/u.test(word.text) ? "zh" : "en"}>
            {word.text}
          </dt>
          {word.terms.map((term) => (
            <Term
              key={`${term.english[0]}${term.chinese[0]?.traditional}`}
              term={term}
              headword={word.text}
            />
          ))}
          {word.entries.map((entry) => (
            <Entry
              key={`${entry.traditional}${entry.pinyin}${entry.senses[0]}`}
              entry={entry}
              headword={word.text}
            />
          ))}
        </div>
      ))}
    </dl>
  );
}

const mostOthers = 4;

function Term({ term, headword }: { readonly term: GlossedTerm; readonly headword: string }) {
  const { i18n } = useTranslation();
  const others = otherWordings(term.chinese, headword).slice(0, mostOthers);
  return (
    <dd className="gloss-term">
      {term.english.length > 0 && <span lang="en">{term.english.join("; ")}</span>}
      {others.length > 0 && (
        <span lang="zh" className="gloss-others">
          {others.map((forms) => showForms(forms, i18n.language)).join("、")}
        </span>
      )}
    </dd>
  );
}

function Entry({ entry, headword }: { readonly entry: GlossEntry; readonly headword: string }) {
  const { i18n } = useTranslation();
  const forms = showForms(entry, i18n.language);
  return (
    <dd className="gloss-entry">
      <p className="gloss-reading">
        {forms !== headword && <span lang="zh">{forms}</span>}
        <span className="gloss-pinyin">{entry.pinyin}</span>
      </p>
      <ul className="gloss-senses" lang="en">
        {entry.senses.map((sense) => (
          <li key={sense}>{sense}</li>
        ))}
      </ul>
    </dd>
  );
}
