import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findPeople } from '../../src/people/find-people.ts';
import { findQuotes } from '../../src/quotes/find-quotes.ts';
import { articleOf } from './article-of.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 20_000 : 600;
const seed = 4711;

/** Words, marks and names that quotations are made of, in any order, and anything at all among them. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...bits()) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const paragraph = fc.array(piece, { maxLength: 40 }).map((bits) => bits.join(' '));
const paragraphs = fc.array(paragraph, { maxLength: 6 });
const language = fc.constantFrom('en', 'de', 'fr', 'ja', 'und');

function bits(): readonly string[] {
  const marks = '“ ” " „ « » ‘ ’ \' 「 」 , . : ; ? ! — ( ) [ ] …'.split(' ');
  const words =
    'said told according to added who the a an of at in and that he she they it we Mr. Ms. Dr. Sen. President mayor spokesman fellow';
  const names = 'Ann Poole Roy Hale van der Meer Poole’s Hale’s O’Dowd V. Jr. Valley University';
  const german = 'sagte erklärte so laut der die Herr Frau Minister';
  return [...marks, ...`${words} ${names} ${german} 34 1974 (D-Vt.)`.split(' ')];
}

describe('whatever the text', () => {
  it('every quote is what stands at its spans, joined by one space', () => {
    fc.assert(
      fc.property(paragraphs, language, (texts, tag) => {
        for (const { text, spans } of findQuotes(articleOf(texts, tag))) {
          const parts = spans.map(({ paragraph: at, start, end }) => {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(texts[at]?.length ?? 0);
            return texts[at]?.slice(start, end);
          });
          expect(text).toBe(parts.join(' '));
        }
      }),
      { seed, numRuns },
    );
  });

  it('every word of a speaker and of a role stands in the text', () => {
    fc.assert(
      fc.property(paragraphs, language, (texts, tag) => {
        const all = texts.join(' ');
        for (const { speaker = '', role = '' } of findQuotes(articleOf(texts, tag)))
          for (const word of `${speaker} ${role}`.split(/\s+/u)) expect(all).toContain(word);
      }),
      { seed, numRuns },
    );
  });

  it('no two quotes share a place', () => {
    fc.assert(
      fc.property(paragraphs, language, (texts, tag) => {
        const spans = findQuotes(articleOf(texts, tag)).flatMap((quote) => quote.spans);
        spans.slice(1).forEach((span, at) => {
          const before = spans[at];
          if (before?.paragraph === span.paragraph)
            expect(span.start).toBeGreaterThanOrEqual(before.end);
          else expect(span.paragraph).toBeGreaterThan(before?.paragraph ?? -1);
        });
      }),
      { seed, numRuns },
    );
  });

  it('a person’s mentions and roles lie inside the text, names within their titled forms', () => {
    fc.assert(
      fc.property(paragraphs, language, (texts, tag) => {
        for (const { mentions, roles } of findPeople(articleOf(texts, tag))) {
          expect(mentions.length).toBeGreaterThan(0);
          for (const { name, titled } of mentions) {
            expect(titled.start).toBeLessThanOrEqual(name.start);
            expect(titled.end).toBe(name.end);
            expect(name.end).toBeGreaterThan(name.start);
            expect(name.end).toBeLessThanOrEqual(texts[name.paragraph]?.length ?? 0);
          }
          for (const { text, span } of roles)
            expect(texts[span.paragraph]?.slice(span.start, span.end)).toBe(text);
        }
      }),
      { seed, numRuns },
    );
  });
});
