import elisionData from './elisions.json' with { type: 'json' };

const FIRST = wordsOf(elisionData.first);
const LAST = wordsOf(elisionData.last);
const LONGEST_CHARS = 14;

function wordsOf(byLanguage: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.values(byLanguage).flatMap((words) => words.split(' ')));
}

/** Whether the word that starts here has lost its beginning: 'em, '90s, 's ochtends. */
export function isElisionBefore(text: string, start: number): boolean {
  const word = /^[\p{L}\p{N}]+/u.exec(text.slice(start, start + LONGEST_CHARS))?.[0] ?? '';
  return /^\d0s$/u.test(word) || FIRST.has(word.toLowerCase());
}

/** Whether the word that ends here may have lost its end, or be a genitive without its s: po', goin', the players'. */
export function isElisionAfter(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - LONGEST_CHARS), end);
  const word = /[\p{L}\p{N}]+$/u.exec(before)?.[0].toLowerCase() ?? '';
  return /\p{L}[sz]$/u.test(word) || LAST.has(word);
}
