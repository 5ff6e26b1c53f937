import { countWords, marksAt, type Clause } from '../clause.ts';

const MAX_SPEAKER_WORDS = 5;

/** "Instead, Lund insisted, the quay was sound": what stands before the speaker is what is said. */
export function opensWithSpeaker(clause: Clause, from: number): boolean {
  const { tokens, words } = clause;
  const comma = marksAt(clause, ',').find((at) => at > from) ?? -1;
  if (comma < 0 || countWords(clause, { from, to: comma }) > MAX_SPEAKER_WORDS) return false;
  return tokens.slice(from, comma).some(({ lower }) => words.reporting.has(lower));
}
