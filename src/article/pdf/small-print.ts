import type { Paragraph } from './join-lines.ts';
import type { PageCut } from './page-cut.ts';
import words from './pdf-words.json' with { type: 'json' };
import type { Line } from './text-page.ts';

/** Notes at the foot are set smaller than this share of the body. */
const NOTE_SIZE = 0.93;
/** … and without a mark before them smaller than this: a long quotation may reach the foot too. */
const MUCH_SMALLER = 0.85;
const NOTE_START = /^(?:\d{1,3}[.)]?|[*†‡§]{1,3})\s?\p{L}/u;
/** Notes at the foot begin below this share of the page. */
const FOOT_SHARE = 0.5;
/** Longer than any caption. */
const MAX_CAPTION_CHARS = 700;
const MAX_CREDIT_CHARS = 150;

export interface WithoutFootnotes {
  readonly lines: readonly Line[];
  readonly cuts: readonly PageCut[];
}

/** The size in which most letters of the document are set. */
export function findBodySize(lines: readonly Line[]): number {
  const chars = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    chars.set(rounded, (chars.get(rounded) ?? 0) + text.length);
  }
  return [...chars].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Drops the small lines at the foot of a column under text of the body's size. */
export function dropFootnotes(
  lines: readonly Line[],
  heights: readonly number[],
  bodySize: number,
): WithoutFootnotes {
  const dropped = new Set<Line>();
  for (const column of Map.groupBy(lines, ({ region }) => region).values()) {
    for (const line of footOf(column, heights, bodySize)) dropped.add(line);
  }
  return {
    lines: lines.filter((line) => !dropped.has(line)),
    cuts: [...dropped].map((line) => ({ text: line.text, rule: 'footnote', line })),
  };
}

function footOf(
  column: readonly Line[],
  heights: readonly number[],
  bodySize: number,
): readonly Line[] {
  const start = column.findLastIndex((line) => line.size >= NOTE_SIZE * bodySize) + 1;
  const first = column[start];
  if (first === undefined || start === 0) return [];
  if (first.size >= MUCH_SMALLER * bodySize && !NOTE_START.test(first.text)) return [];
  const height = heights[first.page] ?? 0;
  return first.y > FOOT_SHARE * height ? column.slice(start) : [];
}

const captionWords = words.captionWords.map((word) => word.replace('.', '\\.')).join('|');
/** "Figure 2. The quay", "Abb. 3: Der Kai", "图1:码头": a number and then a stop, not "Figure 2 shows". */
const CAPTION = new RegExp(
  `^(?:${captionWords})\\.?\\s?(?:\\d{1,3}|[IVX]{1,5}|[A-Z])(?:[.-]?\\d{1,2})?[a-z]?\\s?(?:[.:|：．]|[–—-]\\s)`,
  'iu',
);
const creditWords = words.creditWords.join('|');
const CREDIT = new RegExp(`^\\(?(?:${creditWords})(?:\\s(?:by|von|de|di|par))?\\s?[:/|：]`, 'iu');

/** Captions and picture credits, by the words they begin with. */
export function isCaption({ text, size }: Paragraph, bodySize: number): boolean {
  if (size > 1.1 * bodySize) return false;
  if (text.length <= MAX_CAPTION_CHARS && CAPTION.test(text.slice(0, 60))) return true;
  return text.length <= MAX_CREDIT_CHARS && CREDIT.test(text.slice(0, 60));
}
