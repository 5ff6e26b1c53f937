import { findStems } from '../../../text/stems.ts';
import type { Clause } from '../clause.ts';
import { isCapital, type Token } from '../token.ts';
import { AGE, type DefinitePhrase } from './definite-phrases.ts';

const MAX_ADJECTIVES = 4;

/** The definite noun phrases of a sentence whose nouns a capital tells: "das geplante Abkommen". */
export function findDefiniteNouns(clause: Clause, language: string): readonly DefinitePhrase[] {
  const { tokens, words } = clause;
  return tokens.flatMap((token, at): DefinitePhrase[] => {
    // Behind a comma it may open a relative clause.
    if (token.isNested || !words.definites.has(token.lower) || tokens[at - 1]?.text === ',')
      return [];
    const noun = nounBehind(tokens, at);
    const head = tokens[noun];
    if (head === undefined) return [];
    const [stem = head.lower] = findStems(head.lower, language);
    const isExplained =
      !AGE.test(head.lower) && (isNamed(tokens, noun) || tellsWhich(clause, noun));
    return [{ from: at + 1, to: noun + 1, head: head.lower, stem, isExplained }];
  });
}

/** The index of the noun that an article belongs to, with nothing but adjectives between; -1 where there is none. */
function nounBehind(tokens: readonly Token[], article: number): number {
  for (let at = article + 1; at <= article + 1 + MAX_ADJECTIVES; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return -1;
    if (isCapital(token) || AGE.test(token.lower)) return at;
    if (!/^(?:\p{L}+(?:e|en|er|es|em)|\d+\.?)$/u.test(token.text)) return -1;
  }
  return -1;
}

/** "die OSZE", "das Kernkraftwerk Ostvik", "der Ostvik-Bericht" */
function isNamed(tokens: readonly Token[], noun: number): boolean {
  const text = tokens[noun]?.text ?? '';
  return /.\p{Lu}/u.test(text) || isCapital(tokens[noun + 1]) || tokens[noun + 1]?.text === '„';
}

/** "der Bericht des Gerichts", "das Boot in Ostvik", "das Boot, das gesunken ist" */
function tellsWhich({ tokens, words }: Clause, noun: number): boolean {
  const [next, behind] = [tokens[noun + 1], tokens[noun + 2]];
  if (next === undefined || behind === undefined) return false;
  if (next.text === ',') return words.relatives.has(behind.lower);
  if (words.complements.has(next.lower)) return true;
  const isTime = words.weekdays.has(behind.lower) || words.timeOpeners.has(behind.lower);
  return words.placePrepositions.has(next.lower) && isCapital(behind) && !isTime;
}
