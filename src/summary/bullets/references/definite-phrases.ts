import { findStems } from '../../../text/stems.ts';
import type { BulletWords } from '../bullet-words.ts';
import { isFiniteVerb, type Clause } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';

/** "the trade deal": a noun phrase that takes it for granted that one knows which. */
export interface DefinitePhrase {
  /** Indexes of its first word behind the article, and behind its last. */
  readonly from: number;
  readonly to: number;
  readonly head: string;
  readonly stem: string;
  /** A name in it, or what follows ("of …", "that …"), says which one. */
  readonly isExplained: boolean;
}

const MAX_PHRASE_WORDS = 6;

/** The definite noun phrases of a sentence, outside quotation marks. */
export function findDefinitePhrases(clause: Clause, language: string): readonly DefinitePhrase[] {
  const { tokens, words } = clause;
  return tokens.flatMap((token, at) => {
    if (token.isNested || !words.definites.has(token.lower)) return [];
    const to = phraseEnd(clause, at + 1);
    const head = tokens[to - 1];
    if (to === at + 1 || head === undefined) return [];
    const isPossessive = POSSESSIVE.test(head.lower);
    const bare = head.lower.replace(POSSESSIVE, '');
    const [stem = bare] = findStems(bare, language);
    const isNamed = tokens
      .slice(at + 1, to)
      .some(
        (one) =>
          (isCapital(one) && !words.demonyms.has(one.lower) && !words.acronyms.has(one.lower)) ||
          (/\d/u.test(one.lower) && !AGE.test(one.lower)),
      );
    // "the 52-year-old pilot from Ostvik" is somebody whom the story has named.
    const isAged = tokens.slice(at + 1, to).some((one) => AGE.test(one.lower));
    const isExplained =
      !isAged &&
      (isNamed ||
        (!isPossessive &&
          isComplement(clause, { head: bare, next: tokens[to], behind: tokens[to + 1] })));
    return [{ from: at + 1, to, head: bare, stem, isExplained }];
  });
}

const POSSESSIVE = /(?:'s|')$/u;
/** "45-year-old", "45-Jährige": the group is the age. */
export const AGE = /^(\d{1,3})-(?:year-olds?|jährige[nr]?)$/u;

/** Behind the phrase's last word: it ends at a mark, a small word, a verb, a possessive. */
function phraseEnd(clause: Clause, from: number): number {
  const { tokens, words } = clause;
  let at = from;
  for (; at < tokens.length && at - from < MAX_PHRASE_WORDS; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || words.functionWords.has(token.lower)) break;
    const isFirst = at === from || (tokens[at - 1]?.lower ?? '').endsWith('ly');
    if (!isFirst && isFiniteVerb(token, words)) break;
    // "will examine the device immediately"
    if (at > from && /\p{L}{3}ly$/u.test(token.lower) && tokens[at + 1]?.kind !== 'word') break;
    if (POSSESSIVE.test(token.lower) && !isCapital(token)) return at + 1;
  }
  return at;
}

interface Behind {
  readonly head: string;
  readonly next: Token | undefined;
  readonly behind: Token | undefined;
}

function isDefinite(word: string, words: BulletWords): boolean {
  return words.determiners.has(word) && !words.indefinites.has(word);
}

function isComplement({ words }: Clause, { head, next, behind }: Behind): boolean {
  if (next === undefined || !words.complements.has(next.lower)) return false;
  // "an effort by the firm to save": what is done tells nothing of who does it.
  if (next.lower === 'to' && words.categoryNouns.has(head)) return false;
  const isTime =
    words.weekdays.has(behind?.lower ?? '') || words.timeOpeners.has(behind?.lower ?? '');
  if (next.lower === 'in' || next.lower === 'at' || next.lower === 'on' || next.lower === 'from')
    // "approved the plan in a vote": how, and not which one.
    return !isTime && (isCapital(behind) || isDefinite(behind?.lower ?? '', words));
  // "the plan to close" tells which; "the company to the north" would too.
  return true;
}
