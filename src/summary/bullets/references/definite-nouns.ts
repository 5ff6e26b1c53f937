import { findStems } from '../../../text/stems.ts';
import type { BulletWords } from '../bullet-words.ts';
import type { Clause } from '../clause.ts';
import { isVerb } from '../cuts/verbs-by-ending.ts';
import { articleOf, isCapital, splitElision, type Token } from '../token.ts';
import { AGE, type DefinitePhrase } from './definite-phrases.ts';

const MAX_ADJECTIVES = 4;

/**
 * The definite noun phrases of a sentence in languages whose verbs are not known: their nouns are told by a capital ("das
 * geplante Abkommen"), by a list ("l’accord", "la empresa"), or by their place at the sentence's start ("la maleta").
 */
export function findDefiniteNouns(clause: Clause, language: string): readonly DefinitePhrase[] {
  const { tokens } = clause;
  return tokens.flatMap((token, at): DefinitePhrase[] => {
    const noun = token.isNested ? undefined : nounOf(clause, at);
    if (noun === undefined) return [];
    const [stem = noun.head] = findStems(noun.head, language);
    const isExplained =
      !AGE.test(noun.head) &&
      (isNamed(clause, noun.at) || tellsWhich(clause, noun.at) || isDescribed(clause, noun.at));
    return [
      { from: Math.min(at + 1, noun.at), to: noun.at + 1, head: noun.head, stem, isExplained },
    ];
  });
}

interface Noun {
  readonly at: number;
  /** In small letters, without an article that is written together with it. */
  readonly head: string;
}

/** The noun of the article at an index. */
function nounOf({ tokens, words }: Clause, at: number): Noun | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const { article, rest } = splitElision(token.lower);
  if (words.definites.has(article))
    return at === 0 || isListed(rest, words) ? { at, head: rest } : undefined;
  if (!words.definites.has(token.lower)) return undefined;
  if (!words.nounsAreCapital)
    return listedNoun(tokens, at, words) ?? (at === 0 ? subjectNoun({ tokens, words }) : undefined);
  // Behind a comma it may open a relative clause.
  return tokens[at - 1]?.text === ',' ? undefined : capitalNoun(tokens, at);
}

/** With nothing but adjectives between. */
function capitalNoun(tokens: readonly Token[], article: number): Noun | undefined {
  for (let at = article + 1; at <= article + 1 + MAX_ADJECTIVES; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return undefined;
    // "der 45-Jährige" is somebody, "der 45-jährige Fischer" says how old.
    const isAge = AGE.test(token.lower) && !isCapital(tokens[at + 1]);
    if (isCapital(token) || isAge) return { at, head: token.lower };
    if (!/^(?:[\p{L}\d-]+(?:e|en|er|es|em)|\d+\.?)$/u.test(token.text)) return undefined;
  }
  return undefined;
}

/** Of adjectives only some stand before it. */
function listedNoun(
  tokens: readonly Token[],
  article: number,
  words: BulletWords,
): Noun | undefined {
  const at = words.vague.has(tokens[article + 1]?.lower ?? '') ? article + 2 : article + 1;
  const head = tokens[at]?.lower ?? '';
  return isListed(head, words) ? { at, head } : undefined;
}

/** "La maleta pesaba": the word behind the article; "het nieuwe ras": where adjectives end in "e", the first that does not. */
function subjectNoun({ tokens, words }: Clause): Noun | undefined {
  let at = words.vague.has(tokens[1]?.lower ?? '') ? 2 : 1;
  while (words.isVerbSecond && at <= MAX_ADJECTIVES && isAdjective({ tokens, words }, at)) at += 1;
  const head = tokens[at]?.text ?? '';
  return /^\p{Ll}{3,}$/u.test(head) && !words.functionWords.has(head) ? { at, head } : undefined;
}

/** "nieuwe" of "nieuwe ras", not "gemeente" of "gemeente heeft". */
function isAdjective({ tokens, words }: Clause, at: number): boolean {
  const next = tokens[at + 1];
  return (
    (tokens[at]?.lower ?? '').endsWith('e') &&
    next?.kind === 'word' &&
    !words.functionWords.has(next.lower) &&
    !isVerb(next, words)
  );
}

function isListed(noun: string, words: BulletWords): boolean {
  return words.generalNouns.has(noun) || words.categoryNouns.has(noun);
}

/** "die OSZE", "das Kernkraftwerk Ostvik", "der Ostvik-Bericht", "le maire Emil Haug" */
function isNamed({ tokens, words }: Clause, noun: number): boolean {
  const next = tokens[noun + 1];
  const isCompound = words.nounsAreCapital && /.\p{Lu}/u.test(tokens[noun]?.text ?? '');
  return isCompound || isCapital(next) || /^[„«“"]$/u.test(next?.text ?? '');
}

/** "der Bericht des Gerichts", "das Boot in Ostvik", "das Boot, das gesunken ist", "l’accord d’Ostvik" */
function tellsWhich({ tokens, words }: Clause, noun: number): boolean {
  const [next, behind] = [tokens[noun + 1], tokens[noun + 2]];
  if (next === undefined || behind === undefined) return false;
  if (next.text === ',') return words.relatives.has(behind.lower);
  const { article } = splitElision(next.lower);
  if (words.complements.has(next.lower) || words.complements.has(article)) return true;
  const isTime = words.weekdays.has(behind.lower) || words.timeOpeners.has(behind.lower);
  return words.placePrepositions.has(next.lower) && isCapital(behind) && !isTime;
}

/** "le groupe français Cyclane", "la huelga indefinida de los estibadores": an adjective stands between. */
function isDescribed({ tokens, words }: Clause, noun: number): boolean {
  const [adjective, next] = [tokens[noun + 1], tokens[noun + 2]];
  if (words.nounsAreCapital || words.isVerbSecond || next === undefined) return false;
  if (adjective === undefined || !/^\p{Ll}{4,}$/u.test(adjective.text)) return false;
  const others = [words.functionWords, words.reporting, words.auxiliaries, words.timeOpeners];
  if (isVerb(adjective, words) || others.some((those) => those.has(adjective.lower))) return false;
  const article = articleOf(next);
  const isOf =
    words.complements.has(article) &&
    !words.leadOpeners.has(article) &&
    !words.relatives.has(article);
  return isCapital(next) || isOf;
}
