import { countWords, hasMainVerb, mustStay, type Clause } from '../clause.ts';
import type { Cut } from './cut.ts';

const MIN_MAIN_WORDS = 7;

/** "…, Mara Lund said in a statement": where she said so, at the end. */
export function findOccasions(clause: Clause): readonly Cut[] {
  const { tokens, words } = clause;
  const end = tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
  const verb = tokens.findLastIndex(({ lower }) => words.reporting.has(lower));
  const rest = { from: verb + 1, to: end };
  const opener = tokens[rest.from];
  if (opener === undefined || !words.leadOpeners.has(opener.lower)) return [];
  if (countWords(clause, { from: 0, to: rest.from }) < MIN_MAIN_WORDS) return [];
  const said = tokens.slice(rest.from, rest.to);
  const isBare = said.every(({ kind, isNested }) => kind === 'word' && !isNested);
  if (!isBare || !said.some(({ lower }) => words.occasions.has(lower))) return [];
  if (mustStay(clause, rest) || hasMainVerb(clause, rest)) return [];
  const start = tokens[verb]?.end ?? opener.start;
  return [{ start, end: said.at(-1)?.end ?? start, rule: 'occasion', cost: 0 }];
}
