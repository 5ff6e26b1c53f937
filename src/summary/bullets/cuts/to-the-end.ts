import { countWords, isFiniteVerb, marksAt, type Clause, type Run } from '../clause.ts';
import type { Cut } from './cut.ts';

const MAX_ATTRIBUTION_WORDS = 14;

/** From a token to the end of what it is part of: who says all of it stays, and so does the stop. */
export function toTheEnd(clause: Clause, from: number): Run {
  const attribution = marksAt(clause, ',').find((at) => at > from && isAttribution(clause, at));
  if (attribution !== undefined) return { from, to: attribution };
  const last = clause.tokens.findLastIndex(({ text }) => !/^[.!?]$/u.test(text));
  return { from, to: last + 1 };
}

/** The offsets of a run in its paragraph, with the space before it. */
export function placeOf({ tokens }: Clause, { from, to }: Run): Pick<Cut, 'start' | 'end'> {
  const start = tokens[from - 1]?.end ?? tokens[from]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start };
}

/** ", a spokesman of the port said", ", according to the police, who …": who says all that stands before the comma. */
function isAttribution(clause: Clause, comma: number): boolean {
  const { tokens, words } = clause;
  const opener = tokens[comma + 1]?.lower ?? '';
  if (words.keepers.has(opener) && words.reporting.has(opener)) return true;
  // "as the owner says" may be about the last words only.
  if (words.relatives.has(opener) || words.finalOpeners.has(opener)) return false;
  const next = marksAt(clause, ',').find((at) => at > comma) ?? tokens.length;
  const said = { from: comma + 1, to: next };
  if (countWords(clause, said) > MAX_ATTRIBUTION_WORDS) return false;
  const verbs = tokens.flatMap((token, at) =>
    at >= said.from && at < said.to && isFiniteVerb(token, words) ? [at] : [],
  );
  const [verb = 0] = verbs;
  // "a victim of Lund's alleged ring"
  const before = tokens[verb - 1]?.lower ?? '';
  const isModifier = words.determiners.has(before) || /'s?$/u.test(before);
  return verbs.length === 1 && !isModifier && words.reporting.has(tokens[verb]?.lower ?? '');
}
