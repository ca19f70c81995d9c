import type { Problem } from "../../../server/api/types.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import type { SourceState } from "./text/document-text.ts";

/** What stands where the lines will be, or would have been. */
export function SourceStatus({ source }: { readonly source: Exclude<SourceState, { state: "open" }> }) {
  const { t } = useTranslation();
  if (source.state === "loading") {
    return (
      <p className="source-status" role="status">
        {t("sourceLoading")}
      </p>
    );
  }
  return (
    <p className="source-status" role="alert">
      {t(describeProblem(source.problem))}
    </p>
  );
}

function describeProblem(problem: Problem | null) {
  if (problem?.status === 404 || problem?.status === 403) return "sourceMissing";
  return problem?.code === "unreachable" ? "serverUnreachable" : "sourceFailed";
}
