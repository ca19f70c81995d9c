import type { AskRequest, HistoryTurn } from "../../../server/api/types.ts";
import { removeMarkers } from "../answer/markers.ts";
import type { Turn } from "./turn.ts";

const historyLimit = 6;

/** The server refuses a longer turn. */
const turnLimitInCharacters = 4000;

/** A question with the earlier turns that it may lean on. */
export function buildRequest(question: string, earlier: readonly Turn[]): AskRequest {
  const exchanges = earlier.flatMap(readExchange);
  const conversation = exchanges.at(-1)?.conversation;
  return {
    question,
    history: exchanges.flatMap(({ history }) => history).slice(-historyLimit),
    ...(conversation === undefined ? {} : { conversation }),
  };
}

interface Exchange {
  readonly conversation: string;
  readonly history: readonly HistoryTurn[];
}

/** Markers are left out: they mean nothing outside their own answer. */
function readExchange({ question, reply }: Turn): readonly Exchange[] {
  if (reply.state !== "answered") return [];
  const content = removeMarkers(reply.answer.text).slice(0, turnLimitInCharacters);
  const history: HistoryTurn[] = [
    { role: "user", content: question },
    { role: "assistant", content },
  ];
  return [{ conversation: reply.answer.conversation, history }];
}
