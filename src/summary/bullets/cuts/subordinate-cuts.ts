import {
  countWords,
  findProtection,
  hasNested,
  marksAt,
  mustStay,
  type Clause,
  type Run,
} from '../clause.ts';
import { articleOf, isCapital, type Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { awaitsVerb } from './awaits-verb.ts';
import { endOfTold } from './end-of-told.ts';
import { findInnerClauses, tellsOfName } from './inner-clauses.ts';
import { hasVerb, INFINITIVE, isVerb } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 7;

/**
 * What commas set off in languages whose verbs are told only by their endings: a clause behind the subject, and the last
 * clause with those inside it. "Die Fähre sank, wobei …".
 */
export function findSubordinateCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  if (words.finiteVerbs.size > 0 || words.finalOpeners.size === 0) return [];
  const commas = marksAt(clause, ',');
  const end = endOfTold(clause);
  const final = commas.flatMap((at): Cut[] => {
    const rest = { from: at + 1, to: end };
    const isClause = opensClause(clause, rest) && standsAlone(clause, { from: 0, to: at });
    // "a pie y, después, corriendo", but "58 anni, accusato di furto"
    const last = tokens[at - 1]?.lower ?? '';
    if (words.functionWords.has(last) && !words.timeOpeners.has(last)) return [];
    if (!isClause || holdsClaim(clause, rest) || hasNested(clause, rest) || goesOn(clause, rest))
      return [];
    const start = tokens[at]?.start ?? 0;
    return [{ start, end: tokens[end - 1]?.end ?? start, rule: 'final-clause', cost: LAST_RESORT }];
  });
  return [...findInnerClauses(clause), ...final];
}

/**
 * What must stay. Who claims something within a clause ("que, según Lund, era vieja", "alegando …") claims no more than
 * that, unless the last words may be said of all.
 */
function holdsClaim(clause: Clause, rest: Run): boolean {
  const { tokens, words } = clause;
  const protection = findProtection(clause, rest);
  if (protection !== 'claim' || words.isVerbSecond) return mustStay(clause, rest);
  const opener = tokens[rest.from];
  const isOwn =
    opener !== undefined &&
    (words.relatives.has(opener.lower) ||
      endsLike(opener, words.doingEndings) ||
      endsLike(opener, words.participleEndings));
  const last = marksAt(clause, ',').findLast((at) => at > rest.from && at < rest.to);
  return !isOwn || (last !== undefined && mustStay(clause, { from: last, to: rest.to }));
}

/** "wobei …", "um … zu retten", "das …", "in dem …", "que …", "provocando …": a clause by what opens it and by its end. */
export function opensClause(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first === undefined || second === undefined) return false;
  // "…, das Boot" goes on with a noun at its end.
  if (words.nounsAreCapital && isCapital(tokens[to - 1])) return false;
  const isInfinitive = endsInInfinitive(clause, to);
  if (words.purposes.has(first.lower)) return isInfinitive;
  if (words.finalOpeners.has(first.lower) || endsLike(first, words.doingEndings)) return true;
  if (words.leadOpeners.has(first.lower) && opensRelative(clause, from + 1)) return true;
  // "fermata da un guasto", "accusato di furto"
  const isComplement =
    words.leadOpeners.has(second.lower) || words.complements.has(articleOf(second));
  if (endsLike(first, words.participleEndings) && isComplement) return true;
  const isBehindPreposition =
    words.leadOpeners.has(first.lower) && words.articles.has(second.lower);
  if (!words.nounsAreCapital || (!words.articles.has(first.lower) && !isBehindPreposition))
    return false;
  // "das Boot …": an article with its noun.
  if (isCapital(tokens[isBehindPreposition ? from + 2 : from + 1])) return false;
  return !isInfinitive && hasSingleAntecedent(clause, from - 1);
}

/** "al que", "en la que", "dans lequel": behind the preposition. */
function opensRelative({ tokens, words }: Clause, at: number): boolean {
  if (words.isVerbSecond) return false;
  const isArticle = words.definites.has(tokens[at]?.lower ?? '');
  return words.relatives.has(tokens[isArticle ? at + 1 : at]?.lower ?? '');
}

const MIN_LETTERS = 6;

/** "provocando", "provoquant" */
function endsLike({ lower, text }: Token, endings: readonly string[]): boolean {
  // "dell'ondata" has an article.
  if (lower.length < MIN_LETTERS || !/^\p{Ll}+$/u.test(text)) return false;
  return endings.some((ending) => lower.endsWith(ending));
}

/** "… zu retten", "… einzurichten" */
function endsInInfinitive({ tokens, words }: Clause, to: number): boolean {
  const [before, last] = [tokens[to - 2]?.lower ?? '', tokens[to - 1]?.lower ?? ''];
  return words.infinitiveMarks.has(before) || /\p{L}zu\p{L}+en$/u.test(last);
}

const MAX_PHRASE_WORDS = 5;

/** Whether what a relative clause tells more of is one thing: of several it may tell which are meant. */
function hasSingleAntecedent({ tokens, words }: Clause, comma: number): boolean {
  const phrase = tokens.slice(Math.max(0, comma - MAX_PHRASE_WORDS), comma);
  return (
    isCapital(phrase.at(-1)) &&
    phrase.some(({ lower }) => words.indefinites.has(lower) || words.articles.has(lower))
  );
}

/** "…, nachdem er starb, dass …": where each clause has commas, what follows the next one may be the sentence's own. */
function goesOn(clause: Clause, { from, to }: Run): boolean {
  const later = marksAt(clause, ',;:').filter((at) => at > from && at < to);
  const { tokens, words } = clause;
  if (tellsWhatIsSaid(clause, { from, to })) return true;
  if (!words.isVerbSecond)
    return later.some((at, index) => {
      // "que, según Lund, era vieja": behind who says so the same clause goes on.
      const said = tokens[(later[index - 1] ?? at) + 1]?.lower ?? '';
      if (tokens[at]?.text === ',' && words.reporting.has(said)) return false;
      return tokens[at]?.text !== ',' || !belongs(clause, at + 1);
    });
  // "heeft celstraf geëist tegen Haug, die, na een ruzie, …": the statement is over, what follows is the clause's own.
  if (tellsOfName(clause, from - 1) && hasParticiple(clause, from))
    return later.some((at) => {
      const next = tokens[at + 1];
      return (
        tokens[at]?.text !== ',' ||
        isVerb(next, words) ||
        words.bareConnectives.has(next?.lower ?? '')
      );
    });
  return later.some((at) => !opensClause(clause, { from: at + 1, to }));
}

/** "a annoncé lundi, lors d’une visite, que …": what was announced comes behind the clause. */
function tellsWhatIsSaid(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const opensContent = (token: Token | undefined): boolean =>
    token !== undefined &&
    [token.lower, articleOf(token)].some((opener) => words.contentOpeners.has(opener));
  const verb = tokens.findLastIndex(({ lower }, at) => at < from && words.reporting.has(lower));
  if (verb < 0 || tokens.slice(verb, from).some(opensContent)) return false;
  return marksAt(clause, ',').some((at) => at >= from && at < to && opensContent(tokens[at + 1]));
}

/** "heeft … geëist": the two parts of a verb, between which all else stands. */
function hasParticiple({ tokens, words }: Clause, to: number): boolean {
  const verb = tokens.findIndex(({ lower }) => words.auxiliaries.has(lower));
  return tokens
    .slice(verb + 1, to)
    .some(({ text }) => verb >= 0 && /^(?:ge|be|ver|ont|her)\p{Ll}{2,}(?:d|t|en)$/u.test(text));
}

/** What stands behind a comma may be part of the clause before it: no verb, no subject, no object of the sentence's own. */
function belongs({ tokens, words }: Clause, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  // "obligó a la empresa, que recurrió, a devolver las casas"
  if (words.leadOpeners.has(token.lower) && INFINITIVE.test(next?.lower ?? '')) return false;
  return (
    words.finalOpeners.has(token.lower) ||
    words.reporting.has(token.lower) ||
    words.leadOpeners.has(token.lower) ||
    words.relatives.has(token.lower) ||
    endsLike(token, words.participleEndings)
  );
}

/** Whether a run says something alone, and announces nothing that the clause behind it would tell. */
function standsAlone(clause: Clause, main: Run): boolean {
  const { tokens, words } = clause;
  if (countWords(clause, main) < MIN_MAIN_WORDS) return false;
  const own = tokens.slice(main.from, main.to).filter(({ isNested }) => !isNested);
  if (words.dependents.has(own[0]?.lower ?? '')) return false;
  // "zu alt, um zu fahren", "alt genug, um zu fahren"
  const announces = own.some(
    ({ lower }) =>
      words.correlates.has(lower) ||
      (words.negations.has(lower) && !words.leadOpeners.has(lower)) ||
      words.infinitiveMarks.has(lower) ||
      words.comparers.has(lower),
  );
  const stop = marksAt(clause, ';:').findLast((at) => at < main.to) ?? -1;
  const from = Math.max(main.from, stop + 1);
  return (
    !announces && !awaitsVerb(clause, { from, to: main.to }) && hasVerb(clause, { ...main, from })
  );
}
