import { readByline } from '../head/byline.ts';
import { findDateLine } from '../head/date-line.ts';
import { findLabelAt } from '../furniture/phrase-book.ts';

/** How long the label is that stands here; 0 for none. Inside a sentence only what no sentence says is one. */
export function labelLength(sentence: string, at: number, isHead: boolean): number {
  const label = findLabelAt(sentence, at);
  if (label !== undefined) {
    const text = sentence.slice(at, at + label.length);
    const isLoud = label.words > 1 || (text.length > 3 && text === text.toUpperCase());
    if (
      isHead ||
      (isLoud && INSIDE_KINDS.has(label.kind)) ||
      (label.kind === 'ad-label' && text.length > 6)
    )
      return label.length;
  }
  const clock = /^\d{1,2}:\d{2}(?= [\p{Lu}"“]|$)/u.exec(sentence.slice(at, at + 8));
  if (clock !== null && (isHead || /\p{Lu}\S*\s$/u.test(sentence.slice(Math.max(0, at - 30), at))))
    return clock[0].length;
  const rest = sentence.slice(at, at + 160);
  return isHead || DATED_BYLINE.test(rest) ? factLength(rest) : 0;
}

/** How long the byline or the date is that a text begins with. */
function factLength(text: string): number {
  const ends = [...text.matchAll(/\S+(?=\s|$)/gu)]
    .map((word) => word.index + word[0].length)
    .slice(0, 14);
  const date = ends.findLast(
    (end) => /\d/u.test(text.slice(0, end)) && findDateLine(text.slice(0, end)) !== undefined,
  );
  if (date !== undefined && /^\s*(?:["“„«‘(]?[\p{Lu}\p{Lo}\p{N}]|$)/u.test(text.slice(date)))
    return date;
  if (!BYLINE_START.test(text)) return 0;
  const named = ends.slice(1, 9).filter((end) => (readByline(text.slice(0, end)) ?? []).length > 0);
  const beforeFact = named.find((end) => startsFact(text.slice(end).trimStart()));
  return beforeFact ?? 0;
}

/** Whether a date or a label follows, which is where a byline ends. */
function startsFact(text: string): boolean {
  if (text === '') return true;
  if (findLabelAt(text, 0) !== undefined) return true;
  const ends = [...text.slice(0, 80).matchAll(/\S+(?=\s|$)/gu)].map(
    (word) => word.index + word[0].length,
  );
  return ends.some(
    (end) => /\d/u.test(text.slice(0, end)) && findDateLine(text.slice(0, end)) !== undefined,
  );
}

/** Where words start that may start a label: with a capital, a number or a sign of a script without capitals. */
export function wordStarts(text: string): readonly number[] {
  return [...text.slice(0, 4000).matchAll(/(?<![\p{L}\p{M}\p{N}'’.:-])[\p{Lu}\p{Lo}\p{N}]/gu)].map(
    (start) => start.index,
  );
}

/** A short word and two names: what every byline inside a text looks like. */
const BYLINE_START = /^\p{L}{1,12}:? \p{Lu}\S{0,30} \p{Lu}/u;
/** The same with a year soon after it, which no sentence goes on with. */
const DATED_BYLINE = /^\p{L}{1,12}:? \p{Lu}\S{0,30} \p{Lu}[^!?]{1,70}\d{4}/u;
const INSIDE_KINDS: ReadonlySet<string> = new Set(['ad-label', 'share', 'newsletter', 'subscribe']);
