import type { PageCut } from './page-cut.ts';
import words from './pdf-words.json' with { type: 'json' };

/** Heads and feet stand in the outermost rows of a page … */
const OUTER_ROWS = 3;
/** … and in this share of its height. */
const OUTER_SHARE = 0.15;
/** In points: a head stands at the same height on every page, or nearly. */
const SAME_HEIGHT = 4;
const MAX_HEAD_CHARS = 200;

/** A run of text on a page. */
interface Placed {
  readonly text: string;
  readonly y: number;
}

interface Outer<R extends Placed> {
  readonly run: R;
  readonly page: number;
  /** Its text without case and with every number alike. */
  readonly key: string;
  /** Its height on the page, in steps; neighbouring ones are as good as the same. */
  readonly band: number;
  /** Which end of its page it is at. */
  readonly edge: 'top' | 'bottom';
  /** It is in the last or first row of its page. */
  readonly outermost: boolean;
}

/** Drops what stands at the same height on several pages (modulo numbers), and page numbers. */
export function dropRunningLines<R extends Placed>(
  runs: readonly (readonly R[])[],
  heights: readonly number[],
): { readonly runs: readonly (readonly R[])[]; readonly cuts: readonly PageCut[] } {
  const outer = runs.flatMap((onPage, page) => findOuter(onPage, page, heights[page] ?? 0));
  const pagesAt = new Map<string, Set<number>>();
  for (const { key, band, page } of outer) {
    const place = `${band} ${key}`;
    pagesAt.set(place, (pagesAt.get(place) ?? new Set()).add(page));
  }
  const dropped = new Set<R>();
  const cuts: PageCut[] = [];
  const drop = ({ run, page, edge }: Outer<R>, rule: string): void => {
    dropped.add(run);
    cuts.push({ text: run.text, rule, spot: { page, y: run.y, edge } });
  };
  for (const found of outer) {
    const { run, key, band, page, outermost } = found;
    const pages = [band - 1, band, band + 1].flatMap((near) => [
      ...(pagesAt.get(`${near} ${key}`) ?? []),
    ]);
    if (outermost && isPageNumber(run.text)) drop(found, 'page-number');
    else if (pages.some((other) => other !== page)) drop(found, 'running-line');
  }
  return {
    runs: runs.map((onPage) => onPage.filter((run) => !dropped.has(run))),
    cuts,
  };
}

function findOuter<R extends Placed>(
  runs: readonly R[],
  page: number,
  height: number,
): readonly Outer<R>[] {
  const rows = [...new Set(runs.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const [top, bottom] = [rows.slice(0, OUTER_ROWS), rows.slice(-OUTER_ROWS)];
  return runs.flatMap((run) => {
    const y = Math.round(run.y);
    const isTop = top.includes(y) && run.y <= OUTER_SHARE * height;
    const isBottom = bottom.includes(y) && run.y >= (1 - OUTER_SHARE) * height;
    if (!(isTop || isBottom) || run.text.length > MAX_HEAD_CHARS) return [];
    const outermost = (isTop && y === top[0]) || (isBottom && y === bottom.at(-1));
    const band = Math.round(run.y / SAME_HEIGHT);
    return [{ run, page, key: keyOf(run.text), band, edge: isTop ? 'top' : 'bottom', outermost }];
  });
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
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
