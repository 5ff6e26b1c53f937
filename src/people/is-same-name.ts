import type { Lexicon } from './lexicon.ts';

/** Whether two full names with one surname can be one person's: equal, short or initial first names. */
export function isSameName(a: readonly string[], b: readonly string[], lexicon: Lexicon): boolean {
  const [first = '', second = ''] = [a[0], b[0]];
  if (isFirstNameOf(first, second, lexicon)) return !middlesClash(a, b);
  // "Robert F. Hale" who goes by "Bob": known above; "J. Edgar Hale" and "Edgar Hale" meet here.
  return a.slice(0, -1).includes(second) || b.slice(0, -1).includes(first);
}

function isFirstNameOf(a: string, b: string, lexicon: Lexicon): boolean {
  if (a === b) return true;
  if (a.length <= 2 || b.length <= 2) return a.startsWith(b.charAt(0));
  return lexicon.nicknames.get(a)?.has(b) === true;
}

/** "George H. Hale" and "George W. Hale" are two. */
function middlesClash(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.slice(1, -1), b.slice(1, -1)];
  const [first, second] = [one[0], other[0]];
  if (first === undefined || second === undefined) return false;
  return !first.startsWith(second.charAt(0));
}
