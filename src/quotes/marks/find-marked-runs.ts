import type { Article } from '../../article/article.ts';
import { GLYPHS } from './glyphs.ts';
import type { Mark } from './mark.ts';
import type { MarkedRun } from './marked-run.ts';
import { pairMarks, type MarkPair, type Pairing } from './pair-marks.ts';
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
  const pairings = paragraphs.map((text, at) =>
    pairMarks(
      text,
      (marks[at] ?? []).filter(({ family }) => singles || family !== 'single'),
    ),
  );
  return paragraphs.flatMap((text, paragraph) => {
    const place = { text, paragraph, language, pairing: pairings[paragraph] ?? NO_PAIRS };
    const next = { text: paragraphs[paragraph + 1], pairing: pairings[paragraph + 1] };
    return [
      ...readHead(place, pairings[paragraph - 1]),
      ...place.pairing.pairs.flatMap((pair) => readPair(place, pair)),
      ...readTail(place, next),
    ];
  });
}

interface Place {
  readonly text: string;
  readonly paragraph: number;
  readonly language: string;
  readonly pairing: Pairing;
}

interface Next {
  readonly text: string | undefined;
  readonly pairing: Pairing | undefined;
}

const NO_PAIRS: Pairing = { pairs: [], partners: new Map() };

function readPair(place: Place, { open, close, isTangled }: MarkPair): readonly MarkedRun[] {
  return readRun(place, {
    outer: { start: open.start, end: close.end },
    inner: trimMarks(place, { start: open.end, end: close.start }, open.family),
    mark: open,
    isDoubtful: isTangled,
  });
}

/**
 * The end of a quotation that began in the paragraph before, where this one opens with no mark of its own: where the
 * narrator has the word in between, nothing tells.
 */
function readHead(place: Place, before: Pairing | undefined): readonly MarkedRun[] {
  const { head } = place.pairing;
  if (head === undefined || before?.tail?.family !== head.family) return [];
  const outer = { start: 0, end: head.end };
  const inner = trimMarks(place, { start: 0, end: head.start }, head.family);
  return readRun(place, { outer, inner, mark: head, isDoubtful: true });
}

/**
 * The words after a mark that nothing closes: a quotation that goes on in the next paragraph, or one that ends with
 * this paragraph and lost its mark, which is believed only where a colon or comma announces it.
 */
function readTail(place: Place, next: Next): readonly MarkedRun[] {
  const { tail } = place.pairing;
  if (tail === undefined) return [];
  const { text } = place;
  const continues = goesOn(tail, next);
  if (!continues && !hasEndElsewhere(tail, next) && !isAnnounced(text, tail)) return [];
  const outer = { start: tail.start, end: text.length };
  const inner = trimMarks(place, { start: tail.end, end: text.length }, tail.family);
  return readRun(place, { outer, inner, mark: tail, continues });
}

/** Whether the next paragraph opens with a quotation: one that closes there, or goes on once more. */
function goesOn(tail: Mark, { text, pairing }: Next): boolean {
  if (text === undefined || pairing === undefined) return false;
  if (GLYPHS.get(text.trimStart().charAt(0))?.family !== tail.family) return false;
  return Math.min(pairing.pairs[0]?.open.start ?? Infinity, pairing.tail?.start ?? Infinity) <= 1;
}

function hasEndElsewhere(tail: Mark, { pairing }: Next): boolean {
  return pairing?.head?.family === tail.family;
}

function isAnnounced(text: string, tail: Mark): boolean {
  const before = text.slice(Math.max(0, tail.start - 2), tail.start);
  return /[,:]\s?$/u.test(before) && /[.!?…][^\p{L}\p{N}\s]{0,4}$/u.test(text.slice(-5));
}

interface Found {
  readonly outer: Stretch;
  readonly inner: Stretch;
  readonly mark: Mark;
  readonly continues?: boolean;
  /** Narrator's words may have got between the marks. */
  readonly isDoubtful?: boolean;
}

function readRun(
  place: Place,
  { outer, inner, mark, continues = false, isDoubtful }: Found,
): readonly MarkedRun[] {
  const { text, paragraph, language } = place;
  if (!/[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end))) return [];
  const look = continues ? 'speech' : readRunKind({ text, outer, inner, language });
  const kind = isDoubtful === true && look === 'speech' ? 'fragment' : look;
  const span = { paragraph, ...inner };
  return [{ span, outer: { paragraph, ...outer }, marks: mark.family, continues, kind }];
}
