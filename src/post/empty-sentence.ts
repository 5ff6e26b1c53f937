const SENTENCES = {
  bullets: 'There is no sentence in this that a summary could be made of.',
  quotes: 'Nobody is quoted in this.',
} as const;

/** What a person reads where there is nothing of what was asked for. */
export function emptySentence(of: keyof typeof SENTENCES): string {
  return SENTENCES[of];
}
