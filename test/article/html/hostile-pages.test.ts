import { describe, expect, it } from '@jest/globals';
import { readHtml } from '../../../src/article/html/read-html.ts';
import { findBrokenText } from './find-broken-text.ts';
import { hostilePages } from './hostile-pages.ts';

/** Quick ones of every kind; the long tests take all. */
const SAMPLE = new Set([
  'five megabytes of <b></b>',
  'five megabytes of <p>',
  'five megabytes of form fields',
  'as many comments as a tree may have',
  '20,000 nested divs',
  '490 nested divs around the story',
  '490 nested spans with text at every level',
  'lists nested 240 deep',
  'svg groups nested 400 deep',
  'links in links',
  'nothing closed',
  'a comment that never ends',
  'a tag that never ends',
  'a script that never ends',
  'CDATA over and over',
  'only the beginning of a tag',
  'megabytes of one letter',
  'megabytes of spaces',
  'megabytes of opening quotes',
  'megabytes of less-than signs',
  'lone surrogates',
  'null bytes before the page',
  'null bytes in every tag',
  'marks that turn the direction of writing',
  'line separators of every kind',
  '100,000 attributes',
  'class names of megabytes',
  'a style sheet of 100,000 rules',
  'media rules in media rules',
  'comments in a style sheet that never end',
  'JSON-LD nested 100,000 deep',
  'JSON-LD with 100,000 authors',
  '60,000 metas',
  'empty input',
  'only null bytes',
  'a body in a body',
  'a frameset',
  'an XHTML page',
  'elements with names of the prototype',
  'its own block marks',
]);

const isLong = process.env['NUTGRAF_TEST_LONG'] === '1';
const names = Object.keys(hostilePages).filter((name) => isLong || SAMPLE.has(name));

describe('a hostile page', () => {
  it.each(names)('is read or refused, without harm to the text: %s', (name) => {
    const html = hostilePages[name]?.() ?? '';
    const reading = readHtml(html, { url: 'https://www.harbourpost.example/news/closed' });
    if (reading.status === 'failed') expect(reading.problem.code).toMatch(/^[a-z-]+$/u);
    else expect(findBrokenText(reading.article)).toEqual([]);
  });

  it('is sampled by names that there are', () => {
    expect([...SAMPLE].filter((name) => hostilePages[name] === undefined)).toEqual([]);
  });
});
