import { expect, it } from '@jest/globals';
import { readLine } from '../../../src/platforms/terminal/read-line.ts';

const link = { kind: 'link', url: 'https://quay.example/nets' } as const;

it.each([
  ['', { kind: 'nothing' }],
  ['   ', { kind: 'nothing' }],
  [link.url, { kind: 'summarize', sources: [link] }],
  [`look: ${link.url} short`, { kind: 'summarize', sources: [link], length: 'brief' }],
  [`/summarize ${link.url} detailed`, { kind: 'summarize', sources: [link], length: 'detailed' }],
  [
    '/summarize nets.html',
    {
      kind: 'summarize',
      sources: [{ kind: 'file', file: { name: 'nets.html', address: 'nets.html' } }],
    },
  ],
  ['/summarize', { kind: 'summarize', sources: [] }],
  ['help', { kind: 'house', what: 'help' }],
  ['/nutgraf status', { kind: 'house', what: 'status' }],
  ['/nutgraf nonsense', { kind: 'house', what: 'help' }],
  ['Shorter', { kind: 'follow-up', ask: { kind: 'shorter' } }],
  [
    'Who mends the nets?',
    { kind: 'follow-up', ask: { kind: 'question', text: 'Who mends the nets?' } },
  ],
])('%j is read', (line, expected) => {
  expect(readLine(line)).toEqual(expected);
});

const fields = { source: 'https://a.example/feed\nb.example', schedule: 'weekdays at 9:00' };

it.each([
  ['/digest list', { kind: 'list' }],
  ['/digest show Morning  news', { kind: 'show', name: 'Morning news' }],
  ['/digest pause “Morning news”', { kind: 'pause', name: 'Morning news' }],
  ['/digest run name="Morning news"', { kind: 'run', name: 'Morning news' }],
  [
    '/digest create Boats source=https://a.example/feed source=b.example schedule="weekdays at 9:00"',
    { kind: 'create', fields: { name: 'Boats', ...fields } },
  ],
  [
    '/digest create name="Boats & nets" stories=3 include=""',
    { kind: 'create', fields: { name: 'Boats & nets', stories: '3', include: '' } },
  ],
  [
    "/digest edit Boats schedule='every 6 hours' Name=Nets",
    { kind: 'edit', name: 'Boats', fields: { schedule: 'every 6 hours', name: 'Nets' } },
  ],
])('%j is about digests', (line, ask) => {
  expect(readLine(line)).toEqual({ kind: 'digest', ask });
});

it.each([
  ['/digest', '/digest preview Morning news'],
  ['/digest creat', 'did you mean /digest create?'],
  ['/digest show', 'Say which digest'],
  ['/digest edit name=Nets', 'Say which digest'],
  ['/digest create colour=red', 'A digest has no colour; it has name, source'],
])('%j is answered at once', (line, sentence) => {
  const said = readLine(line);
  expect(said.kind).toBe('said');
  expect(JSON.stringify(said)).toContain(sentence);
});

it('“yes” and “no” decide where a draft is shown, and are words like others elsewhere', () => {
  expect(readLine('Yes', true)).toEqual({ kind: 'decide', decision: 'confirm' });
  expect(readLine(' no ', true)).toEqual({ kind: 'decide', decision: 'discard' });
  expect(readLine('yes')).toMatchObject({ kind: 'follow-up', ask: { kind: 'question' } });
});
