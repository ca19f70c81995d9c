import { useTranslation } from "../i18n/use-translation.ts";
import { WarningIcon } from "../page/icons.tsx";
import { VisibleText } from "../page/visible-text.tsx";
import { groupRefusals, type RefusalGroup } from "./group-refusals.ts";
import { ShowMore } from "./show-more.tsx";
import type { RefusedSource } from "./split-report.ts";
import { RemoveButton, useIsRemovalAllowed } from "./uploads/removal.tsx";
import { useFirst } from "./use-first.ts";

/** The files that were not read, by what is to be done about them. */
export function FilesLeftOut({ refused }: { readonly refused: readonly RefusedSource[] }) {
  const { t } = useTranslation();
  const isUpload = useIsRemovalAllowed();
  return (
    <section id="left-out" className="left-out" aria-labelledby="left-out-heading">
      <h2 id="left-out-heading" className="left-out-heading">
        <WarningIcon />
        {t("filesLeftOut")} <span className="report-count">{refused.length}</span>
      </h2>
      <p className="left-out-detail">{t(isUpload ? "leftOutUpload" : "leftOutDetail")}</p>
      {groupRefusals(refused).map((group) => (
        <Refusals key={group.reason} group={group} />
      ))}
    </section>
  );
}

const filesAtFirst = 50;

function Refusals({ group }: { readonly group: RefusalGroup }) {
  const { t } = useTranslation();
  const { shown, more } = useFirst(group.files, filesAtFirst);
  return (
    <section className="refusals">
      <h3>
        {t(group.reason)} <span className="report-count">{group.files.length}</span>
      </h3>
      <p>{t(group.action)}</p>
      {group.sharedDetail !== null && <ServerMessage message={group.sharedDetail} />}
      <ul className="refused-files">
        {shown.map(({ id, detail }) => (
          <li key={id}>
            <VisibleText text={id} />
            <RemoveButton id={id} />
            {detail !== null && <ServerMessage message={detail} />}
          </li>
        ))}
      </ul>
      <ShowMore more={more} />
    </section>
  );
}

function ServerMessage({ message }: { readonly message: string }) {
  const { t } = useTranslation();
  return (
    <p className="server-message">
      <VisibleText text={t("serverSays", { message })} />
    </p>
  );
}
