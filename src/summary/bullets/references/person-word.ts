import type { BulletWords } from '../bullet-words.ts';
import type { Token } from '../token.ts';
import { AGE } from './definite-phrases.ts';

/** "driver", "woman", "biologist", "26-year-old": a common noun for a person. */
export function isPersonWord({ lower, text, kind }: Token, words: BulletWords): boolean {
  if (kind !== 'word' || /^\p{Lu}/u.test(text)) return false;
  return (
    words.personNouns.has(lower) ||
    AGE.test(lower) ||
    words.humanEndings.some((ending) => lower.endsWith(ending))
  );
}
