import type { BulletWords } from '../bullet-words.ts';
import { isCapital, type Token } from '../token.ts';

/**
 * Whether a sentence opens with an article, where the same word may stand for what was told: "Das neue Gesetz gilt", but
 * "Das sagte Emil Haug"; "Het schip", but "Het is". Told by what stands behind it: behind the pronoun that is a verb.
 */
export function isArticle([first, next]: readonly Token[], words: BulletWords): boolean {
  if (first === undefined || next?.kind !== 'word' || !words.articles.has(first.lower))
    return false;
  if (!words.nounsAreCapital) return !words.finiteForms.has(next.lower);
  if (isCapital(next) || /^\d/u.test(next.text) || words.notVerbs.has(next.lower)) return true;
  // "das alte Boot": what ends like an adjective, and like no verb.
  return /(?:[^t]e|[^t]en)$/u.test(next.lower) && !words.finiteForms.has(next.lower);
}
