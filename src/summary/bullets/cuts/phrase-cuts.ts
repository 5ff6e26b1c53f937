import { marksAt, type Clause, type Run } from '../clause.ts';
import { articleOf } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { endsList } from './ends-list.ts';
import {
  isArticle,
  isIdle,
  isParticiple,
  isWhole,
  joins,
  MAX_COMMAS,
  opensPhrase,
} from './phrase.ts';
import { findPhraseLeads } from './phrase-leads.ts';
import { hasVerb, INFINITIVE, isVerb, opensPredicate } from './verbs-by-ending.ts';

/**
 * Phrases that commas set off in Romance languages: "Tras la tormenta, el puerto …", "el consejo, reunido en Ostvik, …",
 * "…, un muelle de 1977".
 */
export function findPhraseCuts(clause: Clause): readonly Cut[] {
  const { words } = clause;
  if (words.finiteVerbs.size > 0 || words.isVerbSecond || words.definites.size === 0) return [];
  const commas = marksAt(clause, ',');
  return [
    ...findPhraseLeads(clause),
    ...commas.flatMap((from, index) => [
      ...innerCut(clause, from, commas.slice(index + 1, index + 1 + MAX_COMMAS)),
      ...tailCut(clause, from, index > 0 ? commas[index - 1] : undefined),
    ]),
  ];
}

/** ", reunido en Ostvik," between a subject and its verb, ", tras la tormenta," between a verb and what it is about. */
function innerCut(clause: Clause, from: number, commas: readonly number[]): readonly Cut[] {
  const { tokens } = clause;
  if (!opensPhrase(clause, from + 1)) return [];
  const isTold = hasVerb(clause, { from: 0, to: from });
  // Between a subject and its verb it may have commas of its own.
  const to = isTold
    ? commas.slice(0, 1).find((at) => goesOn(clause, from, at + 1))
    : commas.find((at) => opensPredicate(clause, at + 1));
  const inside = { from: from + 1, to: to ?? 0 };
  if (to === undefined || !isIdle(clause, inside)) return [];
  const start = tokens[from]?.start ?? 0;
  return [{ start, end: tokens[to]?.end ?? start, rule: 'apposition', cost: LAST_RESORT }];
}

/** What the phrase stood in the middle of: "a fermé, hier soir, deux quais", "la décision, rendue lundi, de fermer". */
function goesOn(clause: Clause, from: number, at: number): boolean {
  const { tokens, words } = clause;
  const opener = articleOf(tokens[at]);
  const isComplement =
    words.complements.has(opener) && !words.relatives.has(opener) && !words.reporting.has(opener);
  return (isParticiple(clause, from + 1) && isComplement) || isObject(clause, from, at);
}

/** Whether behind a comma stands what the verb before `from` is about: between them stands no noun that could be it. */
function isObject({ tokens, words }: Clause, from: number, at: number): boolean {
  const opener = articleOf(tokens[at]);
  const isNoun = isArticle(opener, words) || words.numbers.has(opener) || /^\d/u.test(opener);
  if (!isNoun) return false;
  // "al volcar, en el puerto, un barco"
  const [preposition, infinitive] = [tokens[from - 2]?.lower ?? '', tokens[from - 1]?.lower ?? ''];
  if (words.leadOpeners.has(preposition) && INFINITIVE.test(infinitive)) return true;
  const verb = tokens.findLastIndex((token, index) => index < from && isVerb(token, words));
  return !tokens.slice(verb + 1, from).some((token) => {
    const article = articleOf(token);
    return words.definites.has(article) || words.indefinites.has(article);
  });
}

/** "…, un muelle de 1977 que se hunde", "…, a tres millas del puerto": to the end of what is told. */
function tailCut(clause: Clause, from: number, before: number | undefined): readonly Cut[] {
  const { tokens } = clause;
  const stop = marksAt(clause, ':;').find((at) => at > from);
  const inside = { from: from + 1, to: stop ?? endOfTold(clause) };
  // "rechazó ayer, con ocho votos, el aumento", "a condamné Haug, 71 ans, à une amende": what was interrupted goes on.
  if (endsList(clause, from) || (before !== undefined && opensPhrase(clause, before + 1)))
    return [];
  const isTail = isLastPhrase(clause, inside) || isApposition(clause, from);
  if (!isTail || !isIdle(clause, inside) || !isWhole(clause, { from: 0, to: from })) return [];
  const start = tokens[from]?.start ?? 0;
  return [
    { start, end: tokens[inside.to - 1]?.end ?? start, rule: 'apposition', cost: LAST_RESORT },
  ];
}

/**
 * A phrase that nothing but other phrases follows: no object, as in "descubrió, en una cueva, un taller", and no place of
 * several, as in "à Ostvik, aux îles et dans le nord".
 */
function isLastPhrase(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  if (!opensPhrase(clause, from)) return false;
  return tokens.slice(from, to).every(({ text, lower }, index) => {
    const next = from + index + 1;
    if (text === ',') return opensPhrase(clause, next);
    return !joins(lower, words) || !words.leadOpeners.has(tokens[next]?.lower ?? '');
  });
}

/** What the noun before a comma is: nothing that a verb before it is about, and none of several. */
function isApposition(clause: Clause, from: number): boolean {
  const { tokens, words } = clause;
  const last = tokens[from - 1];
  if (!isArticle(articleOf(tokens[from + 1]), words) || last === undefined) return false;
  if (isVerb(last, words) || words.timeOpeners.has(last.lower) || words.weekdays.has(last.lower))
    return false;
  return !isJoinedNoun(clause, from + 1);
}

/** "el mercado y la lonja", before a clause of its own begins. */
function isJoinedNoun({ tokens, words }: Clause, from: number): boolean {
  const next = tokens
    .slice(from)
    .find(({ lower }) => words.subordinators.has(lower) || joins(lower, words));
  return next !== undefined && joins(next.lower, words);
}
