export const enEmbed = {
  embedOpening: "Opening the chat…",
  embedClose: "Close the chat",
  embedRefused:
    "The chat cannot be opened for you, because this page did not say who you are in a way the server accepts. Sign in to the page again, or tell whoever runs it.",
};
