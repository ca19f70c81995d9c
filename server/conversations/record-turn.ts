import type { AskEvent } from "../api/types.ts";
import type { FinishedTurn } from "./save-turn.ts";

export type BegunTurn = Omit<FinishedTurn, "status" | "text" | "answer">;
export type TurnEnd = Pick<FinishedTurn, "status" | "text" | "answer">;

/** The events of a turn under the turn's own ids; it is saved once, before its last event is passed on. */
export async function* recordTurn(
  events: AsyncIterable<AskEvent>,
  { id, conversation }: BegunTurn,
  save: (end: TurnEnd) => void,
): AsyncGenerator<AskEvent> {
  let text = "";
  let isSaved = false;
  const saveAs = (status: TurnEnd["status"], answer: TurnEnd["answer"] = null) => {
    if (isSaved) return;
    isSaved = true;
    save({ status, text, answer });
  };
  try {
    for await (const event of events) {
      if (event.event === "delta") text += event.data.text;
      if (event.event === "error") saveAs(event.data.code === "answer_stopped" ? "aborted" : "failed");
      if (event.event === "retrieved") yield { ...event, data: { ...event.data, id, conversation } };
      else if (event.event === "done") {
        const answer = { ...event.data, id, conversation };
        saveAs("answered", answer);
        yield { event: "done", data: answer };
      } else yield event;
    }
  } finally {
    saveAs("aborted");
  }
}
