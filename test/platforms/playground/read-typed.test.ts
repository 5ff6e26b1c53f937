import { describe, expect, it } from '@jest/globals';
import { readTyped } from '../../../src/platforms/playground/read/read-typed.ts';

const url = 'https://quay.example/ferry';
const page = 'The ferry of Eel Quay came back on Tuesday. '.repeat(50).trim();

describe('readTyped', () => {
  it.each([
    [`/summarize ${url}`, { links: [url], text: '' }],
    [url, { links: [url] }],
    [`@Nutgraf ${url}, please`, { links: [url] }],
    [`see ${url}. And (${url})`, { links: [url] }],
    [
      `/summarize ${url} short quotes 5 private`,
      { links: [url], length: 'brief', maxQuotes: 5, isPrivate: true },
    ],
    [`/summarize ${page} ${url}`, { links: [], text: `${page} ${url}` }],
    [page, { links: [], text: page }],
    ['/summarize The ferry is back.', { links: [], text: 'The ferry is back.' }],
    ['/SUMMARIZE', { links: [], text: '' }],
    ['/summarize quay.example/ferry short', { links: [url], length: 'brief' }],
    ['/summarize quay.example', { links: ['https://quay.example'], text: '' }],
    ['quay.example/ferry', { links: [url] }],
    [
      'quay.example:8080/ferry?day=1 quotes 2',
      { links: ['https://quay.example:8080/ferry?day=1'] },
    ],
    ['www.quay.example', { links: ['https://www.quay.example'] }],
    ['ftp://quay.example/ferry', { links: ['ftp://quay.example/ferry'] }],
    ['/summarize file:///etc/hostname', { links: ['file:///etc/hostname'] }],
    ['@nutgraf', { links: [], text: '' }],
  ])('summarizes what is in “%.60s”', (typed, expected) => {
    expect(readTyped(typed)).toMatchObject({ kind: 'summarize', isPrivate: false, ...expected });
  });

  it.each([
    ['/nutgraf status', { kind: 'house', what: 'status' }],
    ['/nutgraf forget', { kind: 'house', what: 'forget' }],
    ['/nutgraf what', { kind: 'house', what: 'help' }],
    ['help', { kind: 'house', what: 'help' }],
    ['/digest', { kind: 'digest', ask: { kind: 'list' } }],
    ['/digest create', { kind: 'form', about: { kind: 'create' } }],
    ['/digest edit Morning news', { kind: 'form', about: { kind: 'edit', name: 'Morning news' } }],
    ['/digest run Morning news', { kind: 'digest', ask: { kind: 'run', name: 'Morning news' } }],
    ['/digest run', { kind: 'digest', ask: { kind: 'list' } }],
    ['Shorter', { kind: 'ask', ask: { kind: 'shorter' } }],
    ['@Nutgraf quotes', { kind: 'ask', ask: { kind: 'quotes' } }],
    ['Who runs it?', { kind: 'ask', ask: { kind: 'question', text: 'Who runs it?' } }],
    ['quay.example', { kind: 'ask', ask: { kind: 'question', text: 'quay.example' } }],
    ['and/or', { kind: 'ask', ask: { kind: 'question', text: 'and/or' } }],
  ])('understands “%s”', (typed, expected) => {
    expect(readTyped(typed)).toEqual(expected);
  });

  it.each([
    ['/foo bar', 'There is no command “/foo”'],
    ['/', 'These are the commands'],
    ['/home/mara/story.html', 'There is no command “/home/mara/story.html”'],
    ['/digest shwo Morning news', 'did you mean /digest show?'],
    ['/digest help', '/digest preview Morning news'],
    ['/digest frobnicate', '/digest help shows what I know'],
  ])('says of “%s” what there is instead', (typed, sentence) => {
    const read = readTyped(typed);
    expect(read.kind).toBe('said');
    expect(JSON.stringify(read)).toContain(sentence);
  });
});
