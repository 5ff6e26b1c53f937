import { stopWordsOf } from '../../text/words.ts';

/** A run of capitals that is a headline has so many words at least. */
const MIN_RUN = 5;
/** How far back from the first small word the sentence after the headline may have begun, in words. */
const MAX_REACH = 6;

/**
 * Parts a headline in capitals from the sentence that was glued to it: "Harbour Votes to Keep the Old Crane The
 * council met …". A capital small word ("The") in a headline starts the sentence. Any other text stays whole.
 */
export function splitHeadline(text: string): readonly string[] {
  const words = text.split(' ');
  const smallAt = words.findIndex(
    (word, at) => at > 0 && isSmall(word) && !headlineWords.has(bare(word)),
  );
  if (smallAt < MIN_RUN || !/[.!?]["”’»]?$/u.test(text)) return [text];
  const start = sentenceStart(words, smallAt);
  const capitals = words.slice(0, start).filter((word) => !isSmall(word)).length;
  if (start < MIN_RUN || capitals < start * 0.6) return [text];
  return [words.slice(0, start).join(' '), words.slice(start).join(' ')];
}

/** The word that starts the sentence: the nearest capital small word before its first small one. */
function sentenceStart(words: readonly string[], smallAt: number): number {
  for (let at = smallAt; at > Math.max(MIN_RUN - 1, smallAt - MAX_REACH); at -= 1) {
    const word = words[at] ?? '';
    if (!isSmall(word) && headlineWords.has(bare(word))) return at;
  }
  return 0;
}

function isSmall(word: string): boolean {
  return /^["“„«‘'(]*\p{Ll}/u.test(word);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}]/gu, '');
}

const headlineWords: ReadonlySet<string> = stopWordsOf('en');
