import { describe, expect, it } from '@jest/globals';
import { findStorySentences } from '../../src/summary/find-story-sentences.ts';
import { inventedArticle } from './invented-article.ts';

const title = 'Harbour strike goes on; two ferries stay in port';

function openingOf(paragraphs: readonly string[]): string | undefined {
  return findStorySentences(inventedArticle(paragraphs, { title }))[0]?.text;
}

describe('a story', () => {
  it('does not open with what its headline has as a part', () => {
    expect(openingOf(['Two ferries stay in port.', 'Pilots met in Ostvik.'])).toBe(
      'Pilots met in Ostvik.',
    );
  });

  it.each([
    ['is all of the headline', [`${title}.`, 'Pilots met in Ostvik.']],
    ['tells more', ['Two ferries stay in port until May.', 'Pilots met in Ostvik.']],
    ['is the whole story', ['Two ferries stay in port.']],
    ['is one word', ['Harbour', 'Pilots met in Ostvik.']],
  ])('opens with what %s', (_, paragraphs) => {
    expect(openingOf(paragraphs)).toBe(paragraphs[0]);
  });
});
