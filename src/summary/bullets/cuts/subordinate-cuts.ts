import { countWords, hasNested, marksAt, mustStay, type Clause, type Run } from '../clause.ts';
import { isCapital, splitElision, type Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { hasVerb, isVerb } from './verbs-by-ending.ts';

const MIN_MAIN_WORDS = 7;
const MAX_LEAD_WORDS = 20;

/**
 * What commas set off in languages whose verbs are told only by their endings: what sets the scene before the statement, and
 * the last clause with those inside it. "Die Fähre sank, wobei …", "Tras la tormenta, el puerto …".
 */
export function findSubordinateCuts(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  if (words.finiteVerbs.size > 0 || words.finalOpeners.size === 0) return [];
  const commas = marksAt(clause, ',');
  const end = endOf(clause, commas);
  const final = commas.flatMap((at): Cut[] => {
    const rest = { from: at + 1, to: end };
    const isClause = opensClause(clause, rest) && standsAlone(clause, { from: 0, to: at });
    // "a pie y, después, corriendo"
    if (words.functionWords.has(tokens[at - 1]?.lower ?? '')) return [];
    if (!isClause || mustStay(clause, rest) || hasNested(clause, rest) || goesOn(clause, rest))
      return [];
    const start = tokens[at]?.start ?? 0;
    return [{ start, end: tokens[end - 1]?.end ?? start, rule: 'final-clause', cost: LAST_RESORT }];
  });
  const inner = commas.flatMap((at, index) =>
    innerCut(clause, { from: at, to: commas[index + 1] ?? end }),
  );
  return [...leadCut(clause, { from: 0, to: commas[0] ?? 0 }, end), ...inner, ...final];
}

const MAX_ATTRIBUTION_WORDS = 10;

/** Behind the last word, or before a last comma behind which stands who says all of it: ", ont annoncé les autorités". */
function endOf({ tokens, words }: Clause, commas: readonly number[]): number {
  const end = tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
  const last = commas.at(-1) ?? end;
  const said = tokens.slice(last + 1, end);
  const isAttribution =
    said.length <= MAX_ATTRIBUTION_WORDS && said.some(({ lower }) => words.reporting.has(lower));
  return isAttribution ? last : end;
}

/** ", la mayor del país," between a subject and its verb. */
function innerCut(clause: Clause, { from, to }: Run): readonly Cut[] {
  const { tokens, words } = clause;
  const [opener, second] = [tokens[from + 1], tokens[from + 2]];
  if (opener === undefined || second === undefined || !isVerb(tokens[to + 1], words)) return [];
  if (hasVerb(clause, { from: 0, to: from })) return [];
  const isApposition =
    words.definites.has(articleOf(opener)) || words.indefinites.has(opener.lower);
  // Where each clause has commas, one of them may tell which one is meant; an apposition ends with its noun.
  const isSetOff = words.isVerbSecond
    ? isApposition && words.nounsAreCapital && isCapital(tokens[to - 1])
    : isApposition || words.finalOpeners.has(opener.lower);
  const inside = { from: from + 1, to };
  // "una vez fuera": a condition.
  if (!isSetOff || words.timeOpeners.has(second.lower)) return [];
  if (mustStay(clause, inside) || hasNested(clause, inside)) return [];
  const start = tokens[from]?.start ?? 0;
  return [{ start, end: tokens[to]?.end ?? start, rule: 'apposition', cost: LAST_RESORT }];
}

/** "Tras once horas de debate, el consejo …": a phrase without a verb; where the verb comes second nothing goes from before it. */
function leadCut(clause: Clause, lead: Run, end: number): readonly Cut[] {
  const { tokens, words } = clause;
  if (words.isVerbSecond || !words.leadOpeners.has(tokens[0]?.lower ?? '')) return [];
  const size = countWords(clause, lead);
  if (size < 2 || size > MAX_LEAD_WORDS || mustStay(clause, lead) || hasNested(clause, lead))
    return [];
  const main = { from: lead.to + 1, to: end };
  const opener = tokens[main.from];
  const isSubject =
    opener !== undefined && (isCapital(opener) || words.definites.has(articleOf(opener)));
  if (!isSubject || hasVerb(clause, lead) || !standsAlone(clause, main)) return [];
  const start = tokens[0]?.start ?? 0;
  return [{ start, end: opener.start, rule: 'lead', cost: LAST_RESORT }];
}

/** "le", and "l'" of "l'accord". */
function articleOf({ lower }: Token): string {
  const { article } = splitElision(lower);
  return article === '' ? lower : article;
}

/** "wobei …", "um … zu retten", "das …", "in dem …", "que …", "provocando …": a clause by what opens it and by its end. */
function opensClause(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first === undefined || second === undefined) return false;
  // "…, das Boot" goes on with a noun at its end.
  if (words.nounsAreCapital && isCapital(tokens[to - 1])) return false;
  const isInfinitive = endsInInfinitive(clause, to);
  if (words.purposes.has(first.lower)) return isInfinitive;
  if (words.finalOpeners.has(first.lower) || endsLike(first, words.doingEndings)) return true;
  // "fermata da un guasto"
  if (endsLike(first, words.participleEndings) && words.leadOpeners.has(second.lower)) return true;
  const isBehindPreposition =
    words.leadOpeners.has(first.lower) && words.articles.has(second.lower);
  if (!words.nounsAreCapital || (!words.articles.has(first.lower) && !isBehindPreposition))
    return false;
  // "das Boot …": an article with its noun.
  if (isCapital(tokens[isBehindPreposition ? from + 2 : from + 1])) return false;
  return !isInfinitive && hasSingleAntecedent(clause, from - 1);
}

const MIN_LETTERS = 6;

/** "provocando", "provoquant" */
function endsLike({ lower, text }: Token, endings: readonly string[]): boolean {
  if (lower.length < MIN_LETTERS || !/^\p{Ll}/u.test(text)) return false;
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
  if (!clause.words.isVerbSecond) return later.some((at) => clause.tokens[at]?.text !== ',');
  return later.some((at) => !opensClause(clause, { from: at + 1, to }));
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
      words.negations.has(lower) ||
      words.infinitiveMarks.has(lower) ||
      words.comparers.has(lower),
  );
  const stop = marksAt(clause, ';:').findLast((at) => at < main.to) ?? -1;
  return !announces && hasVerb(clause, { ...main, from: Math.max(main.from, stop + 1) });
}
