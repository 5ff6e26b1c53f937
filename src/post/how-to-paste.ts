/** How a page gets in that keeps programs out: a sentence. */
export const HOW_TO_PASTE =
  'A whole copied page is fine: attach it as a file, or paste it into a message; where I do not answer that by itself, choose “Summarize” from the message’s menu.';
