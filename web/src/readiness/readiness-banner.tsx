import type { Readiness } from "../../../server/api/types.ts";
import type { en } from "../i18n/en.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { EmptyCorpus } from "./empty-corpus.tsx";
import type { ReadinessState } from "./use-readiness.ts";

/** What stands in the way of answering, and what to do about it; nothing while all is well. */
export function ReadinessBanner({ state }: { readonly state: ReadinessState }) {
  const { t } = useTranslation();
  if (state === "asking" || (state !== "unreachable" && state.ready)) return null;
  const reason = state === "unreachable" ? state : state.reason;
  const { title, action } = wordings[reason];
  const message = state === "unreachable" ? "" : state.message;
  return (
    <section className="banner" role="status" data-reason={reason}>
      <span className="banner-sign" aria-hidden="true" />
      <div>
        <p className="banner-title">{t(title)}</p>
        {reason === "corpus_empty" ? <EmptyCorpus message={message} /> : <p>{t(action)}</p>}
        {/* The server's words add something only where they name the folder; they are in English. */}
        {reason === "corpus_missing" && <p className="banner-detail">{message}</p>}
      </div>
    </section>
  );
}

interface BannerWording {
  readonly title: keyof typeof en;
  readonly action: keyof typeof en;
}

const wordings: Readonly<Record<Readiness["reason"] | "unreachable", BannerWording>> = {
  ok: { title: "noIndexTitle", action: "noIndexAction" },
  corpus_missing: { title: "corpusMissingTitle", action: "corpusMissingAction" },
  corpus_empty: { title: "corpusEmptyTitle", action: "corpusEmptyAction" },
  ingesting: { title: "ingestingTitle", action: "ingestingAction" },
  no_index: { title: "noIndexTitle", action: "noIndexAction" },
  shutting_down: { title: "shuttingDownTitle", action: "shuttingDownAction" },
  unreachable: { title: "unreachableTitle", action: "unreachableAction" },
};
