import type { BulletWords } from '../bullet-words.ts';
import { countWords, marksAt, mustStay, type Clause, type Run } from '../clause.ts';
import { articleOf, isCapital, type Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { hasVerb, INFINITIVE, isVerb, opensPredicate } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 7;
const MAX_PHRASE_WORDS = 20;
/** A phrase may have commas of its own. */
const MAX_COMMAS = 3;

/**
 * Phrases that commas set off in Romance languages: "Tras la tormenta, el puerto …", "el consejo, reunido en Ostvik, …",
 * "…, un muelle de 1977".
 */
export function findPhraseCuts(clause: Clause): readonly Cut[] {
  const { words } = clause;
  if (words.finiteVerbs.size > 0 || words.isVerbSecond || words.definites.size === 0) return [];
  const commas = marksAt(clause, ',');
  return [
    ...leadCut(clause, commas.slice(0, MAX_COMMAS)),
    ...commas.flatMap((from, index) => [
      ...innerCut(clause, from, commas.slice(index + 1, index + 1 + MAX_COMMAS)),
      ...tailCut(clause, from, index > 0 ? commas[index - 1] : undefined),
    ]),
  ];
}

/** "Tras once horas de debate, el consejo …", "Reunidos en Ostvik, …": up to a subject whose verb is still to come. */
function leadCut(clause: Clause, commas: readonly number[]): readonly Cut[] {
  const { tokens, words } = clause;
  const first = tokens.findIndex(({ kind }) => kind === 'word');
  const from = startOfPhrase(clause, first);
  if (from === undefined) return [];
  const to = commas.find((at) => at > from && opensSubject(tokens[at + 1], words));
  if (to === undefined || setsLimit(clause, { from, to })) return [];
  if (!isSubject(clause, to)) return [];
  const main = { from: to + 1, to: endOfTold(clause) };
  if (!isIdle(clause, { from, to }) || !isWhole(clause, main)) return [];
  const start = tokens[from]?.start ?? 0;
  return [{ start, end: tokens[to + 1]?.start ?? start, rule: 'lead', cost: LAST_RESORT }];
}

/**
 * Whether what stands behind a comma is what the sentence is about: "el consejo cerró", "la ministre, Hélène Darcourt, a
 * dit"; in "En Sevilla, la ciudad más afectada, los termómetros …" it is not.
 */
function isSubject(clause: Clause, comma: number): boolean {
  const { tokens } = clause;
  const [next = tokens.length, behind] = marksAt(clause, ',').filter((at) => at > comma);
  if (hasVerb(clause, { from: comma + 1, to: next })) return true;
  return isCapital(tokens[next + 1]) && behind !== undefined && opensPredicate(clause, behind + 1);
}

const MIN_SCENE_WORDS = 5;

/** "Para la fiscalía", "En caso de empate", "En ratones", "Antes de la guerra": of whom or when it holds. */
function setsLimit({ tokens, words }: Clause, { from, to }: Run): boolean {
  const said = tokens.slice(from, to);
  if (said.slice(0, 2).some((token) => words.limits.has(articleOf(token)))) return true;
  const isScene = said
    .slice(1)
    .some(
      (token) =>
        isCapital(token) ||
        /\d/u.test(token.text) ||
        [words.timeOpeners, words.weekdays, words.numbers].some((those) => those.has(token.lower)),
    );
  return !isScene && said.length < MIN_SCENE_WORDS;
}

/** Where a phrase opens, behind a dateline: "TEHUACÁN - Tras …". */
function startOfPhrase(clause: Clause, first: number): number | undefined {
  const { tokens } = clause;
  const dash = tokens.findLastIndex(({ text }, at) => at < 12 && /^(?:[–—-]|--)$/u.test(text));
  return [first, dash + 1].find((at) => opensPhrase(clause, at));
}

/** "en el puerto", "reunido en Ostvik", "rendue lundi par". */
function opensPhrase(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  const [opener, next] = [tokens[at], tokens[at + 1]];
  if (opener?.kind !== 'word' || next?.kind !== 'word') return false;
  if (words.leadOpeners.has(opener.lower)) return true;
  return isParticiple(clause, at);
}

/** "reunido en", "rendue lundi", "soupçonnés d'avoir". */
function isParticiple({ tokens, words }: Clause, at: number): boolean {
  const { lower } = tokens[at] ?? { lower: '' };
  const next = articleOf(tokens[at + 1]);
  const others = [words.functionWords, words.numbers, words.timeOpeners, words.notVerbs];
  return (
    !others.some((those) => those.has(lower)) &&
    words.participleEndings.some(
      (ending) => lower.length > ending.length + 1 && lower.endsWith(ending),
    ) &&
    [words.leadOpeners, words.weekdays, words.timeOpeners, words.complements].some((those) =>
      those.has(next),
    )
  );
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
  return isParticiple(clause, from + 1) && isComplement ? true : isObject(clause, from, at);
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
  if (before !== undefined && (from - before <= MAX_LIST_GAP || opensPhrase(clause, before + 1)))
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
  // "rechazó ayer, con ocho votos, el aumento"
  return !isJoinedNoun(clause, from + 1);
}

const MAX_LIST_GAP = 7;

/** "el mercado y la lonja", before a clause of its own begins. */
function isJoinedNoun({ tokens, words }: Clause, from: number): boolean {
  const next = tokens
    .slice(from)
    .find(({ lower }) => words.subordinators.has(lower) || joins(lower, words));
  return next !== undefined && joins(next.lower, words);
}

/** A phrase without a statement of its own, and without anything that must stay. */
function isIdle(clause: Clause, run: Run): boolean {
  const { tokens, words } = clause;
  const size = countWords(clause, run);
  const isJoined = tokens
    .slice(run.from, run.to + 2)
    .some(({ text }, at, all) => text === ',' && joins(all[at + 1]?.lower ?? '', words));
  return (
    size >= 2 &&
    size <= MAX_PHRASE_WORDS &&
    !isJoined &&
    !mustStay(clause, run) &&
    !hasQuoted(clause, run) &&
    !hasVerb(clause, run)
  );
}

/** Something between quotation marks; what stands in parentheses goes along. */
function hasQuoted({ tokens }: Clause, { from, to }: Run): boolean {
  return tokens
    .slice(from, to)
    .some(({ text, kind }) => kind === 'mark' && /["“”«»„‘]/u.test(text));
}

/** "y", "o": one of several follows. */
function joins(word: string, { bareConnectives, alternatives }: BulletWords): boolean {
  return bareConnectives.has(word) || alternatives.has(word);
}

/** Whether a run says something alone, and does not break off: "quería saber por qué, a 114 metros, …". */
function isWhole(clause: Clause, run: Run): boolean {
  const { tokens, words } = clause;
  const last = tokens[run.to - 1]?.lower ?? '';
  const isOpen = words.functionWords.has(last) || words.subordinators.has(last);
  return !isOpen && countWords(clause, run) >= MIN_MAIN_WORDS && hasVerb(clause, run);
}

function opensSubject(token: Token | undefined, words: BulletWords): boolean {
  return token !== undefined && (isCapital(token) || isArticle(articleOf(token), words));
}

/** "el", "un"; "al" is a preposition too. */
function isArticle(word: string, { definites, indefinites, leadOpeners }: BulletWords): boolean {
  return (definites.has(word) || indefinites.has(word)) && !leadOpeners.has(word);
}
