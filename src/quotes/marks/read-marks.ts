import { stopWordsOf } from '../../text/words.ts';
import { GLYPHS, type Glyph, type MarkFamily } from './glyphs.ts';
import { isElisionAfter, isElisionBefore } from './is-elision.ts';
import {
  canStandAfterClosing,
  canStandBeforeClosing,
  canStandBeforeOpening,
} from './neighbours.ts';
import type { Mark } from './mark.ts';
import { findMarkup } from './find-markup.ts';

/** Every quotation mark of a paragraph in order; without apostrophes, measures and the marks inside markup and code. */
export function readMarks(text: string, language: string): readonly Mark[] {
  const stopWords = stopWordsOf(language);
  const marks: Mark[] = [];
  const markup = findMarkup(text);
  let nextMarkup = 0;
  for (const found of text.matchAll(ANY_MARK)) {
    const start = found.index;
    while (start >= (markup[nextMarkup]?.end ?? Infinity)) nextMarkup += 1;
    if (start >= (markup[nextMarkup]?.start ?? Infinity)) continue;
    const mark = readMark(text, start, { characters: found[0], stopWords });
    if (mark !== undefined) marks.push(mark);
  }
  return marks;
}

/** A mark's neighbours: one character to each side, empty at the paragraph's edges. */
interface Around {
  readonly before: string;
  readonly after: string;
}

interface Written {
  readonly characters: string;
  readonly stopWords: ReadonlySet<string>;
}

function readMark(text: string, start: number, written: Written): Mark | undefined {
  const { characters, stopWords } = written;
  const end = start + characters.length;
  const glyph = glyphOf(characters);
  if (glyph === undefined) return undefined;
  const around = { before: text.charAt(start - 1), after: text.charAt(end) };
  if (isInsideWord(glyph, around)) return undefined;
  if (glyph.family === 'single') {
    const opens = canStandBeforeOpening(around.before);
    if (opens && glyph.draws === 'right' && IN_WORD.test(around.after)) return undefined;
    if (opens && isElisionBefore(text, end)) return undefined;
  }
  if (glyph.draws === 'straight' && isFeetAndInches(text, start)) return undefined;
  const { family, draws } = glyph;
  const does = doingOf(glyph, around);
  const isWeak = does !== 'open' && isDoubtful(family, { text, start, end, stopWords });
  const character =
    family === glyphOf(characters.charAt(0))?.family ? characters.charAt(0) : characters;
  return { start, end, family, draws, character, does, isWeak };
}

function glyphOf(characters: string): Glyph | undefined {
  const glyph = GLYPHS.get(characters.charAt(0));
  if (characters.length === 1 || glyph?.family === 'double' || glyph?.family === 'angle')
    return glyph;
  if (characters === '``') return { family: 'double', draws: 'left' };
  if (characters === ',,' || characters === '‚‚') return { family: 'double', draws: 'low' };
  return { family: 'double', draws: 'straight' };
}

/** The apostrophe of "don't", the gershayim of a Hebrew abbreviation. */
function isInsideWord(glyph: Glyph, { before, after }: Around): boolean {
  if (glyph.draws === 'low') return glyph.family === 'single' && IN_WORD.test(before);
  if (glyph.family === 'single') {
    const unspaced = glyph.draws !== 'straight' && (UNSPACED.test(before) || UNSPACED.test(after));
    return IN_WORD.test(before) && IN_WORD.test(after) && !unspaced;
  }
  return /^\p{Script=Hebrew}/u.test(before) && /^\p{Script=Hebrew}/u.test(after);
}

/** 6'2" is a height, and so is 6' 2". */
function isFeetAndInches(text: string, start: number): boolean {
  return /\d['’′]\s?\d{1,2}(?:[.½¼¾]\d?)?$/u.test(text.slice(Math.max(0, start - 10), start));
}

/** What stands around a mark tells which way it turns; where it does not, the mark's own drawing does. */
function doingOf(glyph: Glyph, { before, after }: Around): Mark['does'] {
  if (glyph.draws === 'low' || glyph.family === 'corner')
    return glyph.draws === 'right' ? 'close' : 'open';
  const canOpen = canStandBeforeOpening(before) && !canStandAfterClosing(after);
  const canClose = canStandAfterClosing(after) && canStandBeforeClosing(before);
  if (canOpen && !canClose) return 'open';
  if (canClose && !canOpen) return 'close';
  if (glyph.draws === 'straight') return before === ':' || before === '' ? 'open' : 'either';
  return glyph.draws === 'left' ? 'either' : 'close';
}

interface Surroundings {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly stopWords: ReadonlySet<string>;
}

/**
 * Whether a closing mark may be the apostrophe of a plural's genitive or of a lost letter, or a measure. After a genitive
 * comes what is owned, and no small word.
 */
function isDoubtful(family: MarkFamily, { text, start, end, stopWords }: Surroundings): boolean {
  const after = text.slice(end, end + LOOK_CHARS);
  if (/^\d$/u.test(text.charAt(start - 1)) && (family === 'double' || family === 'single'))
    return !AFTER_SURE_CLOSING.test(after);
  if (family !== 'single' || !/^\s/u.test(after) || !isElisionAfter(text, start)) return false;
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1];
  return next !== undefined && !stopWords.has(next.toLowerCase());
}

/** Enough for one word. */
const LOOK_CHARS = 24;
/** The same mark twice says the same once; and two apostrophes, or two commas before a word, make a double mark. */
const ANY_MARK = new RegExp(
  `''|’’|‘‘|‚‚|(?<![^\\s([{])(?:\`\`|,,)(?=\\p{L})|(["“”„«»])\\1*|[${[...GLYPHS.keys()].join('')}]`,
  'gu',
);
const IN_WORD = /^[\p{L}\p{N}]/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const AFTER_SURE_CLOSING = /^(?:[)\].,;:!?…]|$)/u;
