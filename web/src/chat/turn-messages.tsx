import { useTranslation } from "../i18n/use-translation.ts";
import { lazyPart } from "../page/lazy-part.tsx";
import { TurnContext } from "../sources/source-opener.ts";
import type { DocumentsState } from "../start/use-documents.ts";
import { BrokenReply } from "./broken-reply.tsx";
import { hasWords } from "./compact-turn.ts";
import { Message } from "./message.tsx";
import type { TurnActions } from "./message-list.tsx";
import { ReplyBody } from "./reply-body.tsx";
import type { Turn } from "./turn.ts";

const AnswerActions = lazyPart(() =>
  import("./actions/answer-actions.tsx").then((module) => module.AnswerActions),
);
const QuestionActions = lazyPart(() =>
  import("./actions/question-actions.tsx").then((module) => module.QuestionActions),
);
const QuestionEditor = lazyPart(() =>
  import("./actions/question-editor.tsx").then((module) => module.QuestionEditor),
);
const FollowUps = lazyPart(() => import("./follow-ups/follow-ups.tsx").then((module) => module.FollowUps));

interface TurnMessagesProps {
  readonly turn: Turn;
  readonly isCompact: boolean;
  readonly isLast: boolean;
  /** Whether an answer is being written, so that nothing else can be asked. */
  readonly isBusy: boolean;
  readonly isEditing: boolean;
  readonly showsMode: boolean;
  readonly documents: DocumentsState;
  readonly actions: TurnActions;
}

/** A question and its answer as two messages. */
export function TurnMessages(props: TurnMessagesProps) {
  const { turn, isCompact, isLast, isBusy, isEditing, showsMode, documents, actions } = props;
  const { question, askedAt, isEdited, reply } = turn;
  const askAgain = isBusy ? null : () => actions.onAskAgain(turn, question);
  const edit = isBusy ? null : () => actions.onEdit(turn.id);
  return (
    <>
      <Message
        author="reader"
        time={askedAt}
        isEdited={isEdited}
        isCompact={isCompact}
        actions={!isEditing && <QuestionActions question={question} onEdit={edit} />}
      >
        {isEditing ? (
          <QuestionEditor
            question={question}
            onAsk={(edited) => {
              actions.onEdit(null);
              actions.onAskAgain(turn, edited);
            }}
            onClose={() => actions.onEdit(null)}
          />
        ) : (
          <p className="question">{question}</p>
        )}
        <AskedOf turn={turn} documents={documents} />
        {reply.state !== "answered" && !hasWords(reply) && reply.state !== "streaming" && (
          <BrokenReply reply={reply} onRetry={askAgain} />
        )}
      </Message>
      {hasWords(reply) && (
        <Message
          author="product"
          time={askedAt}
          actions={
            reply.state === "answered" && (
              <AnswerActions
                answer={reply.answer}
                feedback={turn.feedback}
                onAskAgain={askAgain}
                onRate={(feedback) => actions.onRate(turn, feedback)}
              />
            )
          }
        >
          <TurnContext value={turn.id}>
            <ReplyBody reply={reply} showsMode={showsMode} onRetry={askAgain} />
          </TurnContext>
          {isLast && !isBusy && reply.state === "answered" && (
            <FollowUps answer={reply.answer} onAsk={actions.onAsk} />
          )}
        </Message>
      )}
    </>
  );
}

/** The documents a question was limited to. */
function AskedOf({ turn, documents }: { readonly turn: Turn; readonly documents: DocumentsState }) {
  const { t } = useTranslation();
  if (turn.documents.length === 0 || typeof documents === "string") return null;
  const titles = documents.filter(({ id }) => turn.documents.includes(id)).map(({ title }) => title);
  return <p className="asked-of">{t("askedOf", { titles: titles.join(t("listSeparator")) })}</p>;
}
