import { marksAt, type Clause } from '../clause.ts';

const MAX_ATTRIBUTION_WORDS = 10;

/** Behind the last word, or before a last comma behind which stands who says all of it: ", ont annoncé les autorités". */
export function endOfTold(clause: Clause): number {
  const { tokens, words } = clause;
  const commas = marksAt(clause, ',');
  const end = tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
  const last = commas.at(-1) ?? end;
  const said = tokens.slice(last + 1, end);
  // "accusato di furto" tells of whom it is said.
  const isOfSomebody =
    words.participleEndings.some((ending) => said[0]?.lower.endsWith(ending)) &&
    words.complements.has(said[1]?.lower ?? '');
  // "a annoncé lundi, au port, que la grue serait vendue": what is said.
  const isContent = words.contentOpeners.has(said[0]?.lower ?? '');
  const isAttribution =
    !isOfSomebody &&
    !isContent &&
    said.length <= MAX_ATTRIBUTION_WORDS &&
    said.some(({ lower }) => words.reporting.has(lower));
  return isAttribution ? last : end;
}
