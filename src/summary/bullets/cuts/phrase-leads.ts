import type { BulletWords } from '../bullet-words.ts';
import { marksAt, type Clause, type Run } from '../clause.ts';
import { articleOf, isCapital, type Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endOfTold } from './end-of-told.ts';
import { isArticle, isIdle, isWhole, MAX_COMMAS, opensPhrase } from './phrase.ts';
import { hasVerb, opensPredicate } from './verbs-by-ending.ts';

/** "Tras once horas de debate, el consejo …", "Reunidos en Ostvik, …": up to a subject whose verb is still to come. */
export function findPhraseLeads(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const commas = marksAt(clause, ',').slice(0, MAX_COMMAS);
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

function opensSubject(token: Token | undefined, words: BulletWords): boolean {
  return token !== undefined && (isCapital(token) || isArticle(articleOf(token), words));
}
