import { useTranslation } from "../../i18n/use-translation.ts";
import { CopyIcon, EditIcon, LinkIcon } from "../../page/icons.tsx";
import { ActionButton } from "./action-button.tsx";
import { copyText } from "./copy-text.ts";
import { useSaid } from "./use-said.ts";

interface QuestionActionsProps {
  readonly question: string;
  readonly onEdit: (() => void) | null;
}

/** What can be done with a question. Its link asks it anew: a conversation is its reader's own. */
export function QuestionActions({ question, onEdit }: QuestionActionsProps) {
  const { t } = useTranslation();
  const { said, say } = useSaid();
  const copy = async (text: string, done: string) => say((await copyText(text)) ? done : t("copyFailed"));
  const link = () => `${window.location.origin}/?${new URLSearchParams({ question })}`;
  return (
    <fieldset className="actions" aria-label={t("messageActions")}>
      <ActionButton label={t("editQuestion")} icon={<EditIcon />} onPress={onEdit} />
      <ActionButton
        label={t("copyQuestion")}
        icon={<CopyIcon />}
        onPress={() => void copy(question, t("copied"))}
      />
      <ActionButton
        label={t("shareQuestion")}
        icon={<LinkIcon />}
        onPress={() => void copy(link(), t("shareCopied"))}
      />
      <span role="status" className="said">
        {said}
      </span>
    </fieldset>
  );
}
