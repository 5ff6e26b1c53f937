import type { BulletWords } from '../bullet-words.ts';
import type { Token } from '../token.ts';

/** "lighting", but not "spring", "Boeing". */
export function isDoing({ lower, text }: Token, { doingEndings, notVerbs }: BulletWords): boolean {
  if (!/^\p{Ll}/u.test(text) || notVerbs.has(lower)) return false;
  return doingEndings.some((ending) => lower.endsWith(ending));
}
