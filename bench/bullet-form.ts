import type { Article } from '../src/article/article.ts';
import type { Bullet, Summary } from '../src/summary/summary.ts';
import { wordsIn } from '../src/text/words.ts';

/** A reader of the bullet alone does not know what these speak of, or what came before. */
const OPENINGS = new Set(
  'he she it they this that but and meanwhile er sie es dies das diese dieser aber und doch unterdessen'.split(
    ' ',
  ),
);
/** So many words in a row of a quote in a bullet say the same twice. */
const REPEATED_WORDS = 6;
const MAX_BULLET_WORDS = 35;

/** What can be told of a summary's form without reading it. */
export interface BulletForm {
  readonly bullets: number;
  readonly words: number;
  readonly longBullets: number;
  readonly badOpenings: number;
  /** Words of bullets that are not in their evidence. */
  readonly foreignWords: number;
  /** Bullets that a shown quote says too. */
  readonly repeatedInQuotes: number;
}

export function formOf({ bullets, quotes }: Summary, article: Article): BulletForm {
  const runs = new Set(quotes.flatMap(({ text }) => runsOf(text)));
  const count = (is: (bullet: Bullet) => boolean): number => bullets.filter(is).length;
  return {
    bullets: bullets.length,
    words: bullets.reduce((sum, { text }) => sum + wordCount(text), 0),
    longBullets: count(({ text }) => wordCount(text) > MAX_BULLET_WORDS),
    badOpenings: count(({ text }) => OPENINGS.has(wordsIn(text)[0]?.toLowerCase() ?? '')),
    foreignWords: bullets.reduce((sum, bullet) => sum + foreignWords(bullet, article), 0),
    repeatedInQuotes: count(({ text }) => runsOf(text).some((run) => runs.has(run))),
  };
}

/** As people count: what stands between spaces. */
function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

function foreignWords({ text, evidence }: Bullet, { paragraphs }: Article): number {
  const known = new Set(
    evidence.flatMap(({ paragraph, start, end }) =>
      lowerWords((paragraphs[paragraph] ?? '').slice(start, end)),
    ),
  );
  return lowerWords(text).filter((word) => !known.has(word)).length;
}

/** Letters and digits between anything else: a name and its `’s` may stand in two places. */
function lowerWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function runsOf(text: string): readonly string[] {
  const words = lowerWords(text);
  return words
    .slice(0, Math.max(0, words.length - REPEATED_WORDS + 1))
    .map((_, at) => words.slice(at, at + REPEATED_WORDS).join(' '));
}
