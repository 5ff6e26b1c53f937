import type { BulletWords } from '../bullet-words.ts';
import {
  countWords,
  hasFiniteVerb,
  isFiniteVerb,
  findProtection,
  marksAt,
  type Clause,
  type Run,
} from '../clause.ts';
import type { Token } from '../token.ts';
import { LAST_RESORT, type Cut } from './cut.ts';
import { endsList } from './ends-list.ts';
import { findSecondStatements } from './second-statements.ts';
import { toTheEnd } from './to-the-end.ts';

const MIN_MAIN_WORDS = 7;
const MIN_LONG_WORDS = 10;
const MAX_INNER_WORDS = 22;
/** More than anything else that goes: behind a name it may be all that a reader knows of somebody. */
const APPOSITION = LAST_RESORT;

/** Clauses that a comma sets off and the sentence stands without: ", which …,", ", prompting …". */
export function findClauseCuts(clause: Clause): readonly Cut[] {
  const commas = marksAt(clause, ',');
  return commas
    .flatMap((at, index) => {
      const inner = innerCut(clause, { from: at, to: commas[index + 1] ?? -1 });
      if (inner !== undefined) return [inner];
      const final = finalCut(clause, at);
      return final === undefined ? [] : [final];
    })
    .concat(findSecondStatements(clause), circumstances(clause), lastAppositions(clause));
}

/** "… after the dam had broken", "… and was taken to hospital": what a long sentence tells beside its statement. */
function circumstances(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  return tokens.flatMap((token, at): Cut[] => {
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    if (before === undefined || next?.kind !== 'word' || token.isNested) return [];
    // Behind a closing quotation mark too, but behind no comma.
    if (before.kind !== 'word' && !before.isNested) return [];
    const opens = words.circumstances.has(token.lower) || words.phraseOpeners.has(token.lower);
    const isCircumstance = opens && !leansForward(before, words);
    const isPredicate = words.predicateJoints.has(token.lower) && words.pastVerbs.has(next.lower);
    if (!isCircumstance && !isPredicate) return [];
    const main = { from: 0, to: at };
    const rest = { from: at, to: tokens.length };
    if (countWords(clause, main) < MIN_LONG_WORDS || !hasFiniteVerb(clause, main)) return [];
    const isPhrase = words.phraseOpeners.has(token.lower);
    if (findProtection(clause, rest) === 'never') return [];
    if (!isPhrase && !hasFiniteVerb(clause, rest)) return [];
    // "did not resign because of the debts": the circumstance is what is denied.
    if (tokens.slice(0, at).some(({ lower }) => words.negations.has(lower))) return [];
    // Behind another comma the main clause may go on.
    if (tokens.slice(at).some(({ isNested, text }) => isNested || text === ',')) return [];
    return [{ ...toTheEnd(tokens, at), rule: 'circumstance', cost: LAST_RESORT }];
  });
}

/** "…, a group that ranges from banks to bakers": what a last comma says of the word before it. */
function lastAppositions(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const at = marksAt(clause, ',').at(-1);
  if (at === undefined || !words.apposers.has(tokens[at + 1]?.lower ?? '')) return [];
  const main = { from: 0, to: at };
  const rest = { from: at + 1, to: tokens.length };
  // A comma shortly before makes it the last of a list.
  if (endsList(clause, at)) return [];
  if (countWords(clause, main) < MIN_LONG_WORDS || !hasFiniteVerb(clause, main)) return [];
  if (findProtection(clause, rest) === 'never' || tokens.slice(at).some(({ isNested }) => isNested))
    return [];
  return [{ ...toTheEnd(tokens, at), rule: 'final-clause', cost: LAST_RESORT }];
}

/** "two days after", "just as", "as well as": the word before belongs to it. */
function leansForward({ lower, base }: Token, words: BulletWords): boolean {
  return words.timeOpeners.has(base) || words.leaning.has(lower) || words.functionWords.has(lower);
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
  if (hasFiniteVerb(clause, { from: subjectStart(clause, from), to: from })) return undefined;
  const protection = findProtection(clause, inside);
  if (protection === 'never') return undefined;
  if (words.relatives.has(opener.lower) && !hasFiniteVerb(clause, inside)) return undefined;
  if (countWords(clause, inside) > MAX_INNER_WORDS) return undefined;
  const start = tokens[from]?.start ?? 0;
  return {
    start,
    end: tokens[to]?.end ?? start,
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
  const { tokens } = clause;
  const rest = { from: comma + 1, to: tokens.length };
  const main = { from: 0, to: comma };
  const protection = findProtection(clause, rest);
  if (!opensFinalClause(clause, comma + 1) || protection === 'never') return undefined;
  if (countWords(clause, main) < MIN_MAIN_WORDS || !hasFiniteVerb(clause, main)) return undefined;
  if (goesOn(clause, rest) || tokens.slice(comma).some(({ isNested }) => isNested))
    return undefined;
  return {
    ...toTheEnd(tokens, comma),
    rule: 'final-clause',
    cost: protection === 'none' ? 1.5 : LAST_RESORT,
  };
}

function opensFinalClause({ tokens, words }: Clause, at: number): boolean {
  const first = tokens[at];
  if (first === undefined || words.keepers.has(first.lower)) return false;
  if (words.conditionsBehindAs.has(tokens[at + 1]?.lower ?? '')) return false;
  if (words.finalOpeners.has(first.lower)) return true;
  // "lying, cheating and stealing": one of several.
  const before = tokens[at - 2];
  return isParticiple(first, words.finalOpeners) && !(before?.lower ?? '').endsWith('ing');
}

function isParticiple({ lower, text }: Token, openers: ReadonlySet<string>): boolean {
  return openers.size > 0 && /^\p{Ll}/u.test(text) && /^\p{L}{3,}ing$/u.test(lower);
}

/** Whether after another comma the main clause goes on: then the first comma opened no final clause. */
function goesOn(clause: Clause, { from, to }: Run): boolean {
  return marksAt(clause, ',;').some((at) => {
    const next = clause.tokens[at + 1];
    return at > from && at < to && next !== undefined && isFiniteVerb(next, clause.words);
  });
}
