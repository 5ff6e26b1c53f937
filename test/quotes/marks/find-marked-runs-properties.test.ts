import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findMarkedRuns } from '../../../src/quotes/marks/find-marked-runs.ts';
import { GLYPHS } from '../../../src/quotes/marks/glyphs.ts';
import type { MarkedRun } from '../../../src/quotes/marks/marked-run.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 20_000 : 1000;
const glyphs = [...GLYPHS.keys(), "''", '`', '='];
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...glyphs) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(' ', 'tide', 'Reed said', '. ', ', ', '6', 's', '海', '🌊'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
const articles = fc.record({
  paragraphs: fc.array(texts, { maxLength: 6 }),
  language: fc.constantFrom('en', 'de', 'fr', 'ja', 'und'),
});

describe('the runs of any text', () => {
  it('stand inside their paragraphs, in order, apart, with words, without marks or spaces at their edges', () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(findFaults(article.paragraphs, findMarkedRuns(article))).toEqual([]);
      }),
      { seed: 7, numRuns },
    );
  });

  it('go on only into the run that starts the next paragraph', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const runs = findMarkedRuns(article);
        for (const [at, run] of runs.entries()) {
          if (!run.continues) continue;
          const next = runs[at + 1];
          expect(next?.span.paragraph).toBe(run.span.paragraph + 1);
        }
      }),
      { seed: 8, numRuns },
    );
  });
});

function findFaults(paragraphs: readonly string[], runs: readonly MarkedRun[]): readonly string[] {
  return runs.flatMap(({ span, outer, marks }, at) => {
    const text = paragraphs[span.paragraph] ?? '';
    const words = text.slice(span.start, span.end);
    const last = runs[at - 1]?.outer ?? { paragraph: 0, end: 0 };
    const isAfter =
      outer.paragraph > last.paragraph ||
      (outer.paragraph === last.paragraph && outer.start >= last.end);
    const isInside = outer.start <= span.start && span.end <= outer.end && outer.end <= text.length;
    return [
      isAfter ? '' : 'out of order',
      isInside ? '' : 'out of place',
      /[\p{L}\p{N}]/u.test(words) ? '' : 'no words',
      words === words.trim() ? '' : 'spaces',
      marks === 'single' || isBalancedAtEdges(words, marks) ? '' : 'marks',
    ].filter((fault) => fault !== '');
  });
}

/** A mark at an edge is none of the run's own unless it has a partner within. */
function isBalancedAtEdges(words: string, marks: string): boolean {
  // Two apostrophes are one double mark.
  const own = Array.from(words.replaceAll("''", '"')).filter(
    (character) => GLYPHS.get(character)?.family === marks,
  ).length;
  const atEdge = [words.charAt(0), words.charAt(words.length - 1)].some(
    (character) => GLYPHS.get(character)?.family === marks,
  );
  return !atEdge || own >= 2;
}

describe('one quotation that ends where another begins', () => {
  it('does not overlap it', () => {
    const paragraphs = ['"', '‹s"', '»'];
    const runs = findMarkedRuns({ paragraphs, language: 'en' });
    expect(findFaults(paragraphs, runs)).toEqual([]);
  });
});

describe('hostile texts', () => {
  it.each([
    ['opening marks', '“'],
    ['closing marks', '”'],
    ['straight marks', '"'],
    ['single marks', "'"],
    ['marks with letters', '"a '],
    ['nested marks', '“a ‘b '],
    ['doubtful marks', "s' t "],
    ['attributes', 'a="'],
    ['backticks', '` a'],
    ['corners', '「a'],
  ])('a long text of %s costs no more than its length', (_name, piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    const start = performance.now();
    findMarkedRuns({ paragraphs: [text], language: 'en' });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('a long article of paragraphs that only open costs no more than its length', () => {
    const paragraphs = Array.from({ length: 20_000 }, () => '“Ach, so');
    const start = performance.now();
    findMarkedRuns({ paragraphs, language: 'en' });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
