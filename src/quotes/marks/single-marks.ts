import type { Mark } from './mark.ts';
import { pairMarks, type MarkPair } from './pair-marks.ts';

/** A share of what the doubles hold below which singles are slips and nested titles. */
const MIN_SHARE = 1 / 3;
/** Shorter words between single marks are labels whatever the style. */
const MIN_WORDS = 5;

/** Whether the article sets what people say between single marks, as British papers do. */
export function usesSingleMarks(
  paragraphs: readonly string[],
  marks: readonly (readonly Mark[])[],
): boolean {
  const isSingle = ({ family }: Mark): boolean => family === 'single';
  if (!marks.some((own) => own.some(isSingle))) return false;
  let singles = 0;
  let others = 0;
  for (const [at, text] of paragraphs.entries()) {
    const own = marks[at] ?? [];
    if (own.length === 0) continue;
    const inSingles = pairMarks(text, own.filter(isSingle)).pairs;
    const inOthers = pairMarks(
      text,
      own.filter((mark) => !isSingle(mark)),
    ).pairs;
    const isSaid = (pair: MarkPair): boolean => looksSaid(text, pair);
    singles += outside(inSingles, inOthers).filter(isSaid).length;
    others += outside(inOthers, inSingles).filter(isSaid).length;
  }
  return singles > 0 && singles >= others * MIN_SHARE;
}

/** The pairs that do not stand within one of the others; both ascending. */
function outside(pairs: readonly MarkPair[], others: readonly MarkPair[]): readonly MarkPair[] {
  let next = 0;
  return pairs.filter(({ open, close }) => {
    while ((others[next]?.close.end ?? Infinity) <= open.start) next += 1;
    const around = others[next];
    return around === undefined || around.open.start > open.start || around.close.end < close.end;
  });
}

function looksSaid(text: string, { open, close }: MarkPair): boolean {
  const words = text.slice(open.end, close.start);
  return /[,.!?…]$/u.test(words.trimEnd()) && words.split(/\s+/u, MIN_WORDS).length >= MIN_WORDS;
}
