/** Names and titles a brief cannot put in other words; a common run made of them is no copying. */
export const overlapNames: readonly string[] = [];
