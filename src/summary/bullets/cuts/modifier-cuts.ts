import type { BulletWords } from '../bullet-words.ts';
import { countWords, isFiniteVerb, mustStay, type Clause } from '../clause.ts';
import type { Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { placeOf } from './to-the-end.ts';

const MAX_HEAD_WORDS = 8;
const MIN_REST_WORDS = 5;

/**
 * "A house standing on the cliff of Ostvik was sold", "A sailor who was seen there will not be charged": which one it
 * is. What is told of one house is true of a house, so it can go; behind "the" or "every" it could not.
 */
export function findModifierCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const first = tokens.findIndex(({ kind }) => kind === 'word');
  if (first < 0 || !words.indefinites.has(tokens[first]?.lower ?? '')) return [];
  const from = modifierAt(clause, first);
  if (from < 0) return [];
  const to = mainVerbAt(clause, from);
  if (to < 0 || mustStay(clause, { from, to })) return [];
  if (countWords(clause, { from: to, to: tokens.length }) < MIN_REST_WORDS) return [];
  return [{ ...placeOf(clause, { from, to }), rule: 'modifier', cost: LAST_RESORT }];
}

/** The index of the participle or of "who" behind the noun that the sentence opens with; else -1. */
function modifierAt(clause: Clause, first: number): number {
  const { tokens, words } = clause;
  for (let at = first + 2; at <= first + MAX_HEAD_WORDS; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || token.isNested) return -1;
    const isBehindNoun = !words.functionWords.has(tokens[at - 1]?.lower ?? '');
    if (words.subjectRelatives.has(token.lower)) return isBehindNoun ? at : -1;
    if (isParticiple(token)) {
      // "a smiling boy", "a broken-hearted sailor": it stands before its noun.
      const next = tokens[at + 1];
      if (isBehindNoun && next !== undefined && opensComplement(next, words)) return at;
    } else if (isFiniteVerb(token, words)) return -1;
  }
  return -1;
}

/** "standing on the cliff", "standing 20 metres high". */
function opensComplement({ lower }: Token, words: BulletWords): boolean {
  return words.functionWords.has(lower) || /^\d/u.test(lower);
}

function isParticiple({ lower, text }: Token): boolean {
  return /^\p{Ll}/u.test(text) && /^\p{L}{3,}(?:ed|ing)$/u.test(lower);
}

/** The index of the verb that the sentence's main clause begins with, where only one can be it; else -1. */
export function mainVerbAt(clause: Clause, modifier: number): number {
  const { tokens, words } = clause;
  const isVerb = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && !token.isNested && isFiniteVerb(token, words);
  };
  let at = modifier + 1;
  // "who was credited": the verb of the modifier itself.
  while (isVerb(at)) at += 1;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') return -1;
    if (token.isNested) continue;
    if (words.relatives.has(token.lower) || words.pointers.has(token.lower)) return -1;
    if (!isVerb(at)) continue;
    const isBehindWord = !words.functionWords.has(tokens[at - 1]?.lower ?? '');
    return words.auxiliaries.has(token.lower) && isBehindWord ? at : -1;
  }
  return -1;
}
