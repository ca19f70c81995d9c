/** The server refuses a longer question. */
export const questionLimitInCharacters = 2000;
