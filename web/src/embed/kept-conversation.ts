import { keptName } from "../page/kept-name.ts";

const thing = "embed.conversation";

/** The conversation goes on when the reader moves to another page of the site around it, in the same tab. */
export function keptConversation(): string | null {
  try {
    return sessionStorage.getItem(keptName(thing));
  } catch {
    return null;
  }
}

export function keepConversation(conversation: string | null): void {
  try {
    if (conversation === null) sessionStorage.removeItem(keptName(thing));
    else sessionStorage.setItem(keptName(thing), conversation);
  } catch {
    // It holds until the page is left.
  }
}
