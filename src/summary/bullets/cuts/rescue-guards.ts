import { isAttribute, isFiniteVerb, type Clause, type Run } from '../clause.ts';
import type { Token } from '../token.ts';
import { isDash } from './is-dash.ts';

/** Commas and dashes that are no part of what somebody says. */
export function boundariesOf(clause: Clause): readonly number[] {
  return clause.tokens.flatMap(({ text, isNested }, at) =>
    !isNested && (text === ',' || isDash(clause.tokens, at)) ? [at] : [],
  );
}

/** A condition or a denial; "No Ship Left Behind" is a name, and "until" tells no more than how long. */
export function denies({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens.some(
    (token, at) =>
      at >= from &&
      at < to &&
      words.negations.has(token.lower) &&
      isSmall(token) &&
      !words.rangeWords.has(token.lower) &&
      // "not only"
      !words.rangeWords.has(tokens[at + 1]?.lower ?? '') &&
      !isAttribute(tokens, at, words),
  );
}

/**
 * A condition, or what a comma sets against the rest: ", not the mayor". What a clause that goes as a whole denies itself is
 * no part of the statement: ", leaving 600 without lessons".
 */
export function restricts({ tokens, words }: Clause, { from, to }: Run): boolean {
  return tokens.slice(from, to).some((token, by) => {
    if (words.conditions.has(token.lower) && isSmall(token)) return true;
    const before = tokens[from + by - 1];
    return by > 1 && before?.text === ',' && words.negations.has(token.lower);
  });
}

/** "— officials said": who says all of it. */
export function isSaid({ tokens, words }: Clause, { from, to }: Run): boolean {
  const verbs = tokens.slice(from, to).filter((token) => isFiniteVerb(token, words));
  return verbs.length > 0 && verbs.every(({ lower }) => words.reporting.has(lower));
}

/** A word that is no name. */
export function isSmall({ kind, text }: Token): boolean {
  return kind === 'word' && /^\p{Ll}/u.test(text);
}
