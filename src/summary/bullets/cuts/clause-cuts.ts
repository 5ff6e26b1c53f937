import type { BulletWords } from '../bullet-words.ts';
import {
  breaksOff,
  countWords,
  findProtection,
  hasFiniteVerb,
  hasNested,
  hasStatement,
  isFiniteVerb,
  marksAt,
  type Clause,
  type Run,
} from '../clause.ts';
import type { Token } from '../token.ts';
import { findAppositions } from './appositions.ts';
import { findCircumstances } from './circumstances.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { findSecondStatements } from './second-statements.ts';
import { placeOf, toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 7;
const MAX_INNER_WORDS = 26;
/** More than anything else that goes: behind a name it may be all that a reader knows of somebody. */
const APPOSITION = LAST_RESORT;

/** Clauses that commas set off and the sentence stands without: ", which …,", ", prompting …". */
export function findClauseCuts(clause: Clause): readonly Cut[] {
  const commas = marksAt(clause, ',');
  return commas
    .flatMap((at, index) => {
      const inner = innerCut(clause, {
        from: at,
        to: closeOf(clause, at, commas[index + 1] ?? -1),
      });
      if (inner !== undefined) return [inner];
      const final = finalCut(clause, at);
      return final === undefined ? [] : [final];
    })
    .concat(findSecondStatements(clause), findCircumstances(clause), findAppositions(clause));
}

/** The comma that closes what one opened; where a quotation ends it stands before the mark: ", who sang “The Tide,” left". */
function closeOf({ tokens }: Clause, from: number, next: number): number {
  const quoted = tokens.findIndex(
    ({ text }, at) =>
      at > from &&
      /^["”’]$/u.test(text) &&
      tokens[at - 1]?.text === ',' &&
      tokens[at - 1]?.isNested,
  );
  return quoted > 0 && (next < 0 || quoted < next) ? quoted : next;
}

/** ", who runs the port," between a subject and its verb. */
function innerCut(clause: Clause, { from, to }: Run): Cut | undefined {
  const { tokens, words } = clause;
  const opener = tokens[from + 1];
  if (to < 0 || opener === undefined) return undefined;
  const openerCost = innerOpenerCost(opener, words);
  // "…, including X, …": what is counted in belongs to what stands before.
  if (openerCost === undefined || words.keepers.has(opener.lower)) return undefined;
  const inside = { from: from + 1, to };
  const next = tokens[to + 1];
  if (next === undefined || !isFiniteVerb(next, words)) return undefined;
  const subject = subjectStart(clause, from);
  if (hasFiniteVerb(clause, { from: subject, to: from })) return undefined;
  // "…, spending it on cruises, a hot tub and fees, has": no subject, but a list.
  if (subject > 0 && isParticiple(tokens[subject], words.finalOpeners)) return undefined;
  const protection = findProtection(clause, inside);
  if (protection === 'never') return undefined;
  if (words.relatives.has(opener.lower) && !hasFiniteVerb(clause, inside)) return undefined;
  if (countWords(clause, inside) > MAX_INNER_WORDS) return undefined;
  const start = tokens[from]?.start ?? 0;
  // "Haug, 71, the pilot, sank": the comma behind an age stays.
  const isBehindAge = /^\d+$/u.test(tokens[from - 1]?.text ?? '') && tokens[from - 2]?.text === ',';
  return {
    start,
    end: tokens[isBehindAge ? to - 1 : to]?.end ?? start,
    rule: 'relative-clause',
    cost: protection === 'none' && openerCost < LAST_RESORT ? 1 : LAST_RESORT,
  };
}

/** A relative clause says least, a participle more; an apposition says who it is, and goes only before the sentence does. */
function innerOpenerCost({ lower, text }: Token, words: BulletWords): number | undefined {
  if (words.relatives.has(lower)) return 1;
  if (words.relatives.size === 0 || !/^\p{Ll}/u.test(text)) return undefined;
  if (/^\p{L}{3,}(?:ed|ing)$/u.test(lower) || words.asideOpeners.has(lower)) return 1.5;
  return words.apposers.has(lower) ? APPOSITION : undefined;
}

/** Where the clause that the comma stands in begins. */
function subjectStart({ tokens }: Clause, before: number): number {
  for (let at = before - 1; at > 0; at -= 1) {
    const token = tokens[at];
    if (
      token?.text === ',' ||
      token?.text === ';' ||
      token?.text === ':' ||
      token?.lower === 'and' ||
      token?.lower === 'that'
    )
      return at + 1;
  }
  return 0;
}

/** What a comma adds at the end: a relative clause, a participle, a circumstance. */
function finalCut(clause: Clause, comma: number): Cut | undefined {
  const { tokens, words } = clause;
  const rest = toTheEnd(clause, comma);
  const main = { from: 0, to: comma };
  if (!opensFinalClause(clause, comma + 1)) return undefined;
  if (countWords(clause, main) < MIN_MAIN_WORDS || !hasStatement(clause, main)) return undefined;
  if (breaksOff(clause, comma) || isBeforeNoun(clause, comma)) return undefined;
  if (isInAside(clause, comma)) return undefined;
  // ", arguing that …": all of it is claimed, whatever it is.
  const isClaim = opensClaim(clause, comma + 1);
  if (!isClaim && (goesOn(clause, rest) || hasNested(clause, rest))) return undefined;
  // "on three counts: taking a boat, …": the first of a list.
  if (marksAt(clause, ':').some((at) => at < comma)) return undefined;
  const protection = findProtection(clause, rest);
  // ", adding that it was not safe" may limit what was said before; a reason that somebody gives does not.
  if (protection === 'never' && !(isClaim && words.reporting.has(tokens[comma + 1]?.lower ?? '')))
    return undefined;
  // "…, as the owner says" tells who says all of it; ", adding that …" and ", who said …" tell what else is said.
  const opener = tokens[comma + 1];
  const isPurpose = words.purposes.has(opener?.lower ?? '');
  // "A deal will be made, when each point is settled": a condition.
  const isCondition =
    words.dependents.has(opener?.lower ?? '') &&
    words.relatives.has(opener?.lower ?? '') &&
    tokens.slice(0, comma).some(({ lower }) => words.future.has(lower));
  if (isCondition) return undefined;
  const isWhole =
    opener !== undefined &&
    (words.relatives.has(opener.lower) || isParticiple(opener, words.finalOpeners));
  if (protection === 'claim' && !(isWhole && isClaimAtOnce(clause, rest))) return undefined;
  return {
    ...placeOf(clause, rest),
    rule: 'final-clause',
    // Who says it must be seen to say all of it.
    cost: protection === 'none' && !isPurpose && isEnd(clause, rest) ? 1.5 : LAST_RESORT,
  };
}

/** "arguing", "adding that": what somebody says beside what they do. */
function opensClaim({ tokens, words }: Clause, at: number): boolean {
  const opener = tokens[at];
  if (opener === undefined || !isParticiple(opener, words.finalOpeners)) return false;
  // "providing that" sets a condition.
  if (words.negations.has(opener.lower)) return false;
  return words.reporting.has(opener.lower) || words.nounPointers.has(tokens[at + 1]?.lower ?? '');
}

/** "Haug — a quiet, hardworking boy — sailed": between the dashes the sentence has not come to its end. */
function isInAside(clause: Clause, comma: number): boolean {
  const dashes = clause.tokens.flatMap((token, at) =>
    /^(?:[—–]|--)$/u.test(token.text) ? [at] : [],
  );
  const before = dashes.filter((at) => at < comma).length;
  return before % 2 === 1 && dashes.length > before;
}

/** Whether whatever is claimed is so right behind the opener: farther on it may be who says all of it. */
function isClaimAtOnce(clause: Clause, { from, to }: Run): boolean {
  const next = marksAt(clause, ',').find((at) => at > from) ?? to;
  return !clause.tokens.slice(next, to).some(({ lower }) => clause.words.reporting.has(lower));
}

/** "their wet, freezing feet.": a participle that stands between an article and its noun. */
function isBeforeNoun({ tokens, words }: Clause, comma: number): boolean {
  const [participle, noun, behind] = [tokens[comma + 1], tokens[comma + 2], tokens[comma + 3]];
  if (participle === undefined || noun?.kind !== 'word' || behind?.kind === 'word') return false;
  return (
    isParticiple(participle, words.finalOpeners) &&
    words.determiners.has(tokens[comma - 2]?.lower ?? '')
  );
}

function isEnd({ tokens }: Clause, { to }: Run): boolean {
  return tokens.slice(to).every(({ kind }) => kind === 'mark');
}

function opensFinalClause(clause: Clause, at: number): boolean {
  const { tokens, words } = clause;
  const first = tokens[at];
  if (first === undefined || words.keepers.has(first.lower)) return false;
  if (words.conditionsBehindAs.has(tokens[at + 1]?.lower ?? '')) return false;
  if (words.finalOpeners.has(first.lower)) return true;
  if (words.purposes.has(first.lower)) return isInfinitive(tokens[at + 1], words);
  // "lying, cheating and stealing": one of several; "with its director, Mara Lund, saying": what she does.
  const before = tokens[at - 2];
  const isInCompany = marksAt(clause, ',').some(
    (other) => other < at - 1 && words.leadCompany.has(tokens[other + 1]?.lower ?? ''),
  );
  const isNoun = words.determiners.has(tokens[at - 3]?.lower ?? '');
  // "…, reading, museum and garden programmes"
  if (tokens[at + 1]?.kind !== 'word' || endsList(clause, at - 1)) return false;
  if (isInCompany || (!isNoun && (before?.lower ?? '').endsWith('ing'))) return false;
  return isParticiple(first, words.finalOpeners);
}

/** "to fetch", not "to the island", "to Ostvik". */
function isInfinitive(token: Token | undefined, words: BulletWords): boolean {
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text)) return false;
  return !words.functionWords.has(token.lower) || words.auxiliaries.has(token.lower);
}

function isParticiple(token: Token | undefined, openers: ReadonlySet<string>): boolean {
  // "anything can happen" has none.
  if (token === undefined || token.lower.endsWith('thing')) return false;
  return openers.size > 0 && /^\p{Ll}{4,}$/u.test(token.text) && token.lower.endsWith('ing');
}

/**
 * Whether after another comma the main clause goes on, or a list: "…, rooting for them, or having a good time". Then the
 * first comma opened no final clause.
 */
function goesOn(clause: Clause, { from, to }: Run): boolean {
  const { tokens, words } = clause;
  return marksAt(clause, ',;').some((at) => {
    const next = tokens[at + 1];
    if (next === undefined || at <= from || at >= to) return false;
    return isFiniteVerb(next, words) || words.alternatives.has(next.lower);
  });
}
