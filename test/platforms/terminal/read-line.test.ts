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
