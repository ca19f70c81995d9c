import { createFrame, type Frame, type FrameParts } from "./frame.ts";
import { readOptions } from "./options.ts";
import { openShadow } from "./shadow.ts";
import { chatStyle } from "./style.ts";
import { chooseWording } from "./wording.ts";

type Parts = Pick<FrameParts, "server" | "findToken">;

/** `<groundline-chat>`: the chat in the flow of the page, loaded when it comes near what the reader sees. */
export function defineChatElement({ server, findToken }: Parts): void {
  class ChatElement extends HTMLElement {
    #root = openShadow(this, chatStyle);
    #frame: Frame | null = null;

    connectedCallback(): void {
      const options = { ...readOptions(this), mode: "inline" };
      const wording = chooseWording(options.locale);
      this.#frame = createFrame({ server, options, wording, findToken, onMessage: () => {} });
      this.#root.append(this.#frame.view);
    }

    disconnectedCallback(): void {
      this.#frame?.remove();
    }

    /** Loads the chat anew, for another reader. */
    reset(): void {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }
  if (!customElements.get(chatElement)) customElements.define(chatElement, ChatElement);
}

export const chatElement = "groundline-chat";
