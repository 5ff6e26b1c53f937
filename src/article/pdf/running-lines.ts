import type { Cut } from '../article.ts';
import type { Line, TextPage } from './text-page.ts';
import words from './pdf-words.json' with { type: 'json' };

/** Heads and feet stand in the outermost rows of a page … */
const OUTER_ROWS = 3;
/** … and in this share of its height. */
const OUTER_SHARE = 0.15;
/** In points: a head stands at the same height on every page, or nearly. */
const SAME_HEIGHT = 6;
const MAX_HEAD_CHARS = 200;

export interface WithoutRunningLines {
  readonly lines: readonly Line[];
  readonly cuts: readonly Cut[];
}

interface OuterLine {
  readonly line: Line;
  /** Its text without case and with every number alike. */
  readonly key: string;
  /** It is in the last or first row of its page. */
  readonly outermost: boolean;
}

/** Drops what stands at the same place on several pages (modulo numbers), and page numbers. */
export function dropRunningLines(
  lines: readonly Line[],
  pages: readonly TextPage[],
): WithoutRunningLines {
  const outer = findOuterLines(lines, pages);
  const byKey = Map.groupBy(outer, ({ key }) => key);
  const dropped = new Map<Line, string>();
  for (const { line, key, outermost } of outer) {
    if (outermost && isPageNumber(line.text)) dropped.set(line, 'page-number');
    else if (isRepeated(line, byKey.get(key) ?? [])) dropped.set(line, 'running-line');
  }
  const cuts = [...dropped].map(([line, rule]) => ({ text: line.text, rule }));
  return { lines: lines.filter((line) => !dropped.has(line)), cuts };
}

function findOuterLines(lines: readonly Line[], pages: readonly TextPage[]): readonly OuterLine[] {
  const outer: OuterLine[] = [];
  for (const [number, onPage] of Map.groupBy(lines, ({ page }) => page)) {
    const height = pages[number]?.height ?? 0;
    const heights = [...new Set(onPage.map((line) => Math.round(line.y)))].sort((a, b) => a - b);
    const [top, bottom] = [heights.slice(0, OUTER_ROWS), heights.slice(-OUTER_ROWS)];
    for (const line of onPage) {
      const y = Math.round(line.y);
      const isTop = top.includes(y) && line.y <= OUTER_SHARE * height;
      const isBottom = bottom.includes(y) && line.y >= (1 - OUTER_SHARE) * height;
      if (!(isTop || isBottom) || line.text.length > MAX_HEAD_CHARS) continue;
      const outermost = (isTop && y === top[0]) || (isBottom && y === bottom.at(-1));
      outer.push({ line, key: keyOf(line.text), outermost });
    }
  }
  return outer;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
}

function isRepeated(line: Line, alike: readonly OuterLine[]): boolean {
  return alike.some(
    (other) =>
      other.line.page !== line.page && Math.abs(other.line.y - line.y) <= SAME_HEIGHT,
  );
}

const before = words.pageWords.map(escapeWord).join('|');
const between = words.ofWords.map(escapeWord).join('|');
const after = words.pageWordsAfter.map(escapeWord).join('|');
const PAGE_NUMBER = new RegExp(
  `^[\\s\\-–—|·•\\[(]*(?:(?:${before})\\s?)?(?:\\d{1,4}|[ivxlc]{1,7})(?:\\s?(?:${between})\\s?\\d{1,4})?(?:\\s?(?:${after}))?[\\s\\-–—|·•\\])]*$`,
  'iu',
);

/** Nothing but a page number: "7", "– 7 –", "Page 7 of 12", "iv". */
export function isPageNumber(text: string): boolean {
  return text.length <= 30 && PAGE_NUMBER.test(text);
}

function escapeWord(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
