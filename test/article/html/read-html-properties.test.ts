import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Article } from '../../../src/article/article.ts';
import { flattenPage } from '../../../src/article/html/blocks/flatten-page.ts';
import { readHtml } from '../../../src/article/html/read-html.ts';
import { findBrokenText } from './find-broken-text.ts';
import type { Reading } from '../../../src/article/reading.ts';
import type { RandomPage } from './random-page.ts';
import { randomPages } from './random-page.ts';

const numRuns = process.env['NUTGRAF_TEST_LONG'] === '1' ? 3000 : 100;
const url = 'https://www.harbourpost.example/news/eels';

/** The same pages serve several checks, and are read once. */
const pagesSeed = 101;
const readings = new Map<string, Reading>();

function readOnce(html: string): Reading {
  const reading = readings.get(html) ?? readHtml(html, { url });
  readings.set(html, reading);
  return reading;
}

/** Runs a check on the articles of random pages; most pages have to be articles, or it would say little. */
function expectOfArticles(check: (article: Article, page: RandomPage) => void): void {
  let articles = 0;
  fc.assert(
    fc.property(randomPages, (page) => {
      const reading = readOnce(page.html);
      if (reading.status === 'failed') return;
      articles += 1;
      check(reading.article, page);
    }),
    { seed: pagesSeed, numRuns },
  );
  expect(articles).toBeGreaterThan(numRuns / 4);
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.join(' ').match(/eel\d+/gu) ?? [];
}

/** The page's numbers of words: they count up from its start to its end. */
function numbersOf(words: readonly string[]): readonly number[] {
  return words.map((word) => Number(word.slice('eel'.length)));
}

describe('whatever the page', () => {
  it('nothing is made up: an article has no words but those that the page shows', () => {
    expectOfArticles(({ paragraphs }, { seen }) => {
      const shown = new Set(seen);
      expect(wordsOf(paragraphs).filter((word) => !shown.has(word))).toEqual([]);
      const rest = paragraphs.join(' ').replace(/eel\d+/gu, '');
      expect(rest).toMatch(/^[\s.|&<>/]*$/u);
    });
  });

  it('hidden text is never in an article', () => {
    expectOfArticles(({ paragraphs }, { hidden }) => {
      const words = new Set(wordsOf(paragraphs));
      expect(hidden.filter((word) => words.has(word))).toEqual([]);
    });
  });

  it('an article has its words in the order of the page, each once', () => {
    expectOfArticles(({ paragraphs }) => {
      const numbers = numbersOf(wordsOf(paragraphs));
      expect([...new Set(numbers)].sort((one, other) => one - other)).toEqual(numbers);
    });
  });

  it('a cut stands below every paragraph that ends above it and above every other', () => {
    let hidden = 0;
    fc.assert(
      fc.property(randomPages, ({ html }) => {
        const reading = readOnce(html);
        if (reading.status === 'failed') return;
        // Where one ends with something else, as "eel7. &", a cut may stand before that.
        const ends = reading.article.paragraphs.map((text) =>
          /\d\.?$/u.test(text) ? numbersOf(wordsOf([text])).at(-1) : undefined,
        );
        for (const { text, rule, before } of reading.cuts) {
          const [start] = numbersOf(wordsOf([text]));
          if (start === undefined) continue;
          if (rule === 'hidden') hidden += 1;
          expect(ends.slice(0, before).filter((end = 0) => end > start)).toEqual([]);
          expect(ends.slice(before).filter((end = Infinity) => end < start)).toEqual([]);
        }
      }),
      { seed: pagesSeed, numRuns },
    );
    expect(hidden).toBeGreaterThan(numRuns / 4);
  });

  it('paragraphs are single lines of clean text, and subheads are some of them', () => {
    expectOfArticles((article) => {
      expect(findBrokenText(article)).toEqual([]);
      expect(article.subheads.every((index) => index in article.paragraphs)).toBe(true);
      expect([...new Set(article.subheads)].sort((a, b) => a - b)).toEqual(article.subheads);
    });
  });

  it('reading it again gives the same', () => {
    fc.assert(
      fc.property(randomPages, ({ html }) => {
        expect(readHtml(html, { url })).toEqual(readOnce(html));
      }),
      { seed: pagesSeed, numRuns },
    );
  });

  it('its flat text has what it shows and nothing that it hides', () => {
    fc.assert(
      fc.property(randomPages, ({ html, seen, hidden }) => {
        const words = new Set(wordsOf([flattenPage(html).text]));
        expect(hidden.filter((word) => words.has(word))).toEqual([]);
        expect(seen.filter((word) => !words.has(word))).toEqual([]);
      }),
      { seed: 106, numRuns },
    );
  });

  it('any text at all is read or refused', () => {
    const pieces = fc.constantFrom(
      ...'<,>,</,<p>,<div ,"," class=",=\',<!--,-->,<script>,</script>,&,&amp;,&#0;,\0,\ud800,\u202e,<svg>,<title>,<td>,<html,<body>,<template>,]]>,<![CDATA[,eels ,The eels came back to Kelp Bay. '.split(
        ',',
      ),
    );
    const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 60 });
    fc.assert(
      fc.property(soup, (parts) => {
        const reading = readHtml(parts.join(''), { url });
        if (reading.status === 'read') expect(findBrokenText(reading.article)).toEqual([]);
      }),
      { seed: 107, numRuns },
    );
  });
});
