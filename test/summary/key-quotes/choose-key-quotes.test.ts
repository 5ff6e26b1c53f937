import { describe, expect, it } from '@jest/globals';
import type { Quote } from '../../../src/quotes/quote.ts';
import { chooseKeyQuotes } from '../../../src/summary/key-quotes/choose-key-quotes.ts';
import type { Bullet } from '../../../src/summary/summary.ts';
import { inventedArticle } from '../invented-article.ts';

const unsafe = 'The ferry was never safe, and everybody in Ostvik knew it.';
const shame = 'It was a shame that nobody in the harbour had the courage to speak.';
const boats = 'Boats of that age must be inspected every single winter.';
const thanks = 'Thank you to all who came to the hall of the school today.';

/** Quotes as they stand in an article of one paragraph each. */
function choose(
  said: readonly (readonly [text: string, speaker?: string])[],
  { max = 2, bullets = [] }: { readonly max?: number; readonly bullets?: readonly Bullet[] } = {},
): readonly string[] {
  const quotes = said.map(([text, speaker], paragraph): Quote => {
    const spans = [{ paragraph, start: 1, end: 1 + text.length }];
    return speaker === undefined ? { text, spans } : { text, spans, speaker };
  });
  const article = inventedArticle(said.map(([text]) => `“${text}”`));
  return chooseKeyQuotes(quotes, { article, people: [], bullets, max }).map(({ text }) => text);
}

describe('chooseKeyQuotes', () => {
  const four = [
    [unsafe, 'Odd Holm'],
    [shame, 'Mara Lund'],
    [boats, 'Ole Fenn'],
    [thanks, 'Kari Aaberg'],
  ] as const;

  it.each([0, 1, 2, 4])('shows %d where so many are wanted', (max) => {
    expect(choose(four, { max })).toHaveLength(max);
  });

  it('shows them whole, in the order of the article', () => {
    expect(choose(four, { max: 4 })).toEqual([unsafe, shame, boats, thanks]);
  });

  it('shows what a speaker says rather than thanks', () => {
    expect(
      choose(
        [
          [thanks, 'Mara Lund'],
          [unsafe, 'Odd Holm'],
        ],
        { max: 1 },
      ),
    ).toEqual([unsafe]);
  });

  it('prefers a quote whose speaker is known', () => {
    expect(choose([[unsafe], [boats, 'Ole Fenn']], { max: 1 })).toEqual([boats]);
  });

  it('lets different people speak', () => {
    const said = [
      [unsafe, 'Odd Holm'],
      [shame, 'Odd Holm'],
      [boats, 'Ole Fenn'],
    ] as const;
    expect(choose(said)).toContain(boats);
  });

  it('does not show what stands in a bullet', () => {
    const evidence = [{ paragraph: 0, start: 0, end: 20 }];
    const bullets = [{ text: 'Ostvik has a harbour and a market.', evidence }];
    expect(choose(four, { bullets, max: 4 })).toEqual([shame, boats, thanks]);
  });

  it('does not show what a bullet says in the same words', () => {
    const evidence = [{ paragraph: 9, start: 0, end: 20 }];
    expect(choose(four, { bullets: [{ text: unsafe, evidence }], max: 4 })).not.toContain(unsafe);
  });

  it('does not show a run of a bullet’s words, whatever holds them together', () => {
    const said =
      'Ostvik’s harbour board will re-open the gate in spring, and all of us will be there to see it.';
    const bullets = [
      {
        text: 'The board of the port said it was Ostvik’s harbour board will re-open and sell masks.',
        evidence: [],
      },
    ];
    expect(choose([[said, 'Odd Holm']], { bullets })).toEqual([]);
  });

  it('does not show a few words, nor a speech', () => {
    const speech = 'The harbour of Ostvik is deep and cold and old. '.repeat(10).trim();
    expect(
      choose([
        ['We lost it all', 'Odd Holm'],
        [speech, 'Mara Lund'],
      ]),
    ).toEqual([]);
  });

  it('shows nothing of nothing', () => {
    expect(choose([])).toEqual([]);
  });
});
