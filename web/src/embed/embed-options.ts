export interface EmbedOptions {
  /** Origin of the page around the chat; empty where it has not said. */
  readonly host: string;
  readonly channel: string;
  /** Whether the page around the chat closes it when asked to. */
  readonly isClosable: boolean;
  readonly theme: "auto" | "light" | "dark";
  readonly locale: string;
  readonly greeting: string;
  readonly questions: readonly string[];
}

/** What the page around the chat asks for, from behind the `#` of the frame's address. */
export function readEmbedOptions(hash: string): EmbedOptions {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const read = (name: string) => (given.get(name) ?? "").slice(0, longestOption);
  const theme = read("theme");
  return {
    host: read("host"),
    channel: read("channel"),
    isClosable: /^(?:bubble|panel)$/.test(read("mode")),
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    locale: read("locale"),
    greeting: read("greeting").trim(),
    questions: read("questions")
      .split("|")
      .map((question) => question.trim())
      .filter((question) => question !== "")
      .slice(0, mostQuestions),
  };
}

const longestOption = 2000;
const mostQuestions = 6;
