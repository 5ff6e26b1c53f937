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
  ])('understands “%s”', (typed, expected) => {
    expect(readTyped(typed)).toEqual(expected);
  });
});
