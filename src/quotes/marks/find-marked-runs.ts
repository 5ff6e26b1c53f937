import type { Article } from '../../article/article.ts';
import type { MarkFamily } from './glyphs.ts';
import type { Mark } from './mark.ts';
import type { MarkedRun } from './marked-run.ts';
import { pairMarks, type Pairing } from './pair-marks.ts';
import { readMarks } from './read-marks.ts';
import { readRunKind } from './run-kind.ts';
import { usesSingleMarks } from './single-marks.ts';
import { trimMarks, type Stretch } from './trim-marks.ts';

/** What is needed of an article to find what it quotes. */
export type MarkedText = Pick<Article, 'paragraphs' | 'language'>;

/** Every run of words between quotation marks, ascending, not overlapping. */
export function findMarkedRuns({ paragraphs, language }: MarkedText): readonly MarkedRun[] {
  const marks = paragraphs.map((text) => readMarks(text, language));
  const singles = usesSingleMarks(paragraphs, marks);
  const pairings = paragraphs.map((text, at) => {
    const own = (marks[at] ?? []).filter(({ family }) => singles || family !== 'single');
    return own.length === 0 ? NO_PAIRS : pairMarks(text, own);
  });
  const runs: (readonly MarkedRun[])[] = [];
  // From the end: whether a quotation goes on is seen by the run that the next paragraph begins with.
  for (let paragraph = paragraphs.length - 1; paragraph >= 0; paragraph -= 1) {
    const place = { text: paragraphs[paragraph] ?? '', paragraph, language };
    runs[paragraph] = readParagraph(place, {
      before: pairings[paragraph - 1],
      own: pairings[paragraph] ?? NO_PAIRS,
      next: pairings[paragraph + 1],
      nextRun: runs[paragraph + 1]?.[0],
    });
  }
  return runs.flat();
}

interface Place {
  readonly text: string;
  readonly paragraph: number;
  readonly language: string;
}

/** The marks of a paragraph and of those beside it. */
interface Pairings {
  readonly before: Pairing | undefined;
  readonly own: Pairing;
  readonly next: Pairing | undefined;
  readonly nextRun: MarkedRun | undefined;
}

const NO_PAIRS: Pairing = { pairs: [], partners: new Map() };

function readParagraph(place: Place, pairings: Pairings): readonly MarkedRun[] {
  const tail = readTail(place, pairings);
  const end = tail[0]?.outer.start ?? Infinity;
  const pairs = pairings.own.pairs.filter(({ open }) => open.start < end);
  return apart([
    ...readHead(place, pairings),
    ...pairs.flatMap(({ open, close, isTangled }) =>
      readRun(place, {
        outer: { start: open.start, end: close.end },
        inner: trimMarks(
          place.text,
          { start: open.end, end: close.start },
          { ...pairings.own, family: open.family },
        ),
        family: open.family,
        isDoubtful: isTangled,
      }),
    ),
    ...tail,
  ]);
}

/** Where two readings of the same marks overlap, the later one stays: the end of a quotation gives way to a beginning. */
function apart(runs: readonly MarkedRun[]): readonly MarkedRun[] {
  return runs.filter(({ outer }, at) =>
    runs.slice(at + 1, at + 3).every((next) => outer.end <= next.outer.start),
  );
}

/**
 * The end of a quotation that began in the paragraph before, where this one opens with no mark of its own: where the
 * narrator has the word in between, nothing tells.
 */
function readHead(place: Place, { before, own }: Pairings): readonly MarkedRun[] {
  const { head, pairs } = own;
  if (head === undefined || before?.tail?.family !== head.family) return [];
  if ((pairs[0]?.open.start ?? Infinity) < head.start) return [];
  const { family } = head;
  const outer = { start: 0, end: head.end };
  const inner = trimMarks(place.text, { start: 0, end: head.start }, { ...own, family });
  return readRun(place, { outer, inner, family, isDoubtful: true });
}

/**
 * The words after a mark that nothing closes: a quotation that goes on in the next paragraph, or one that ends with
 * this paragraph and lost its mark, which is believed only where a colon or comma announces it.
 */
function readTail(place: Place, { own, next, nextRun }: Pairings): readonly MarkedRun[] {
  const { tail } = own;
  if (tail === undefined) return [];
  const { text } = place;
  const { family } = tail;
  const continues = nextRun?.marks === family && nextRun.outer.start <= 1 && nextRun.span.start > 0;
  const endsElsewhere = next?.head?.family === family;
  if (!continues && !endsElsewhere && !isAnnounced(text, tail)) return [];
  const outer = { start: tail.start, end: text.length };
  const inner = trimMarks(text, { start: tail.end, end: text.length }, { ...own, family });
  return readRun(place, { outer, inner, family, continues });
}

function isAnnounced(text: string, tail: Mark): boolean {
  const before = text.slice(Math.max(0, tail.start - 2), tail.start);
  return /[,:]\s?$/u.test(before) && /[.!?…][^\p{L}\p{N}\s]{0,4}$/u.test(text.slice(-5));
}

interface Found {
  readonly outer: Stretch;
  readonly inner: Stretch;
  readonly family: MarkFamily;
  readonly continues?: boolean;
  /** Narrator's words may have got between the marks. */
  readonly isDoubtful?: boolean;
}

function readRun(
  place: Place,
  { outer, inner, family, continues = false, isDoubtful }: Found,
): readonly MarkedRun[] {
  const { text, paragraph, language } = place;
  if (!/[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end))) return [];
  const look = continues ? 'speech' : readRunKind({ text, outer, inner, language });
  const kind = isDoubtful === true ? 'label' : look;
  const span = { paragraph, ...inner };
  return [{ span, outer: { paragraph, ...outer }, marks: family, continues, kind }];
}
