import type { BulletWords } from './bullet-words.ts';
import type { Token } from './token.ts';

/** A run of a sentence's tokens: `to` is exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A sentence as cuts and references see it. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly words: BulletWords;
}

/** Whether the run has a verb that can carry a main clause, outside quotation marks and parentheses. */
export function hasFiniteVerb({ tokens, words }: Clause, { from, to }: Run): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && !token.isNested && isFiniteVerb(token, words)) return true;
  }
  return false;
}

/** The same without the verbs of relative clauses: "a sailor who was seen off Ostvik" says who somebody is, and no more. */
export function hasMainVerb({ tokens, words }: Clause, { from, to }: Run): boolean {
  const own = tokens.slice(from, to).filter(({ isNested }) => !isNested);
  const isVerb = (at: number): boolean => {
    const token = own[at];
    return token !== undefined && isFiniteVerb(token, words);
  };
  const isRelative = (at: number): boolean =>
    words.subjectRelatives.has(own[at]?.lower ?? '') && own[at - 1]?.kind === 'word';
  // "who was seen": two verbs in a row are one.
  return own.some(
    (_, at) => isVerb(at) && !isRelative(at - 1) && !(isVerb(at - 1) && isRelative(at - 2)),
  );
}

/**
 * Whether a run has a statement of its own: a verb that no "after", "when" or "that" before it in its part of the sentence
 * makes a circumstance.
 */
export function hasStatement(clause: Clause, { from, to }: Run): boolean {
  const ends = [...marksAt(clause, ',;').filter((at) => at > from && at < to), to];
  return ends.some((end, index) =>
    isStatement(clause, { from: index === 0 ? from : (ends[index - 1] ?? from) + 1, to: end }),
  );
}

/** The same of a run without commas. */
function isStatement({ tokens, words }: Clause, { from, to }: Run): boolean {
  const isVerb = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && !token.isNested && isFiniteVerb(token, words);
  };
  const wordAt = (at: number): string => tokens[at]?.lower ?? '';
  const find = (start: number, is: (at: number) => boolean): number =>
    tokens.findIndex((_, at) => at >= start && at < to && is(at));
  const first = find(from, (at) => isVerb(at) || opensClause(wordAt(at), words));
  if (first < 0 || isVerb(first)) return first >= 0;
  if (!words.subjectRelatives.has(wordAt(first)) || !isVerb(first + 1)) return false;
  // "a boat that sank off Ostvik has been found": with a noun before it such a verb is the subject's.
  const isOwn = (at: number): boolean =>
    words.auxiliaries.has(wordAt(at)) &&
    !isVerb(at - 1) &&
    !words.functionWords.has(wordAt(at - 1));
  const second = find(first + 2, (at) => isOwn(at) || opensClause(wordAt(at), words));
  return second >= 0 && isOwn(second);
}

function opensClause(word: string, words: BulletWords): boolean {
  return [words.circumstances, words.dependents, words.nounPointers, words.relatives].some(
    (those) => those.has(word),
  );
}

/** "said that the use of the flag", "the fight that Lund": a clause whose verb is still to come. */
export function breaksOff({ tokens, words }: Clause, to: number): boolean {
  const opener = tokens.findLastIndex(
    ({ lower, isNested }, at) =>
      at < to && !isNested && (words.relatives.has(lower) || words.nounPointers.has(lower)),
  );
  return opener >= 0 && !hasFiniteVerb({ tokens, words }, { from: opener, to });
}

export function isFiniteVerb({ lower, text, kind }: Token, words: BulletWords): boolean {
  if (kind !== 'word' || /^\p{Lu}/u.test(text)) return false;
  return (
    words.finiteVerbs.has(lower) || (words.finiteVerbs.size > 0 && /^\p{L}{3,}ed$/u.test(lower))
  );
}

/** "there'll be", "the storm's coming": a verb may hang on the word. */
export function isContracted({ lower }: Token): boolean {
  return /(?:'s|'re|'ve|'d|'ll|n't)$/u.test(lower);
}

/**
 * How well a run is kept from tightening: `never` goes what negates or sets a condition, `claim` is who claims what,
 * which goes only together with all that is claimed.
 */
export type Protection = 'none' | 'number' | 'claim' | 'never';

export function findProtection({ tokens, words }: Clause, { from, to }: Run): Protection {
  let found: Protection = 'none';
  for (let at = from; at < to; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (words.negations.has(lower) && !isAttribute(tokens, at, words)) return 'never';
    if (words.reporting.has(lower)) found = 'claim';
    else if (found === 'none' && (/\d/u.test(lower) || words.numbers.has(lower))) found = 'number';
  }
  return found;
}

/** "the failed state", "the hotly contested vote": what it is called, and nothing that did not happen. */
export function isAttribute(tokens: readonly Token[], at: number, words: BulletWords): boolean {
  const isGraded = /\p{L}{2}ly$/u.test(tokens[at - 1]?.lower ?? '');
  const [before, token, next] = [tokens[isGraded ? at - 2 : at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token === undefined || next?.kind !== 'word') return false;
  const isParticiple = words.pastEndings.some((ending) => token.lower.endsWith(ending));
  return (
    isParticiple && words.determiners.has(before.lower) && !words.functionWords.has(next.lower)
  );
}

/** Whether a run must stay wherever it stands: a negation, a condition, who claims what. */
export function mustStay(clause: Clause, run: Run): boolean {
  const protection = findProtection(clause, run);
  return protection === 'never' || protection === 'claim';
}

export function isProtected(clause: Clause, run: Run): boolean {
  return findProtection(clause, run) !== 'none';
}

/** The indexes of a mark that stands outside quotation marks and parentheses. */
export function marksAt({ tokens }: Clause, marks: string): readonly number[] {
  return tokens.flatMap(({ text, isNested, kind }, at) =>
    kind === 'mark' && !isNested && marks.includes(text) ? [at] : [],
  );
}

export function countWords({ tokens }: Clause, { from, to }: Run): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind === 'word') count += 1;
  return count;
}

/** Whether something in a run stands between quotation marks or in parentheses. */
export function hasNested({ tokens }: Clause, { from, to }: Run): boolean {
  return tokens.slice(from, to).some(({ isNested }) => isNested);
}
