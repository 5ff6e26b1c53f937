import type { BulletWords } from '../bullet-words.ts';
import type { Token } from '../token.ts';

/** "driver", "woman", "biologist": a common noun for a person. */
export function isPersonWord({ lower, text, kind }: Token, words: BulletWords): boolean {
  if (kind !== 'word' || /^\p{Lu}/u.test(text)) return false;
  return (
    words.personNouns.has(lower) || words.humanEndings.some((ending) => lower.endsWith(ending))
  );
}
