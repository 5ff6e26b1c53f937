import { describe, expect, it } from '@jest/globals';
import { feedProblemSentence } from '../../src/post/feed-problem-sentence.ts';
import type { FeedProblem, FeedProblemCode } from '../../src/post/feed-problem.ts';

const host = 'feeds.harbourpost.example';

const PROBLEMS: {
  readonly [Code in FeedProblemCode]: Extract<FeedProblem, { readonly code: Code }>;
} = {
  'bad-address': { code: 'bad-address', host: 'harbour post' },
  'address-not-allowed': { code: 'address-not-allowed', host },
  'unknown-host': { code: 'unknown-host', host },
  unreachable: { code: 'unreachable', host, reason: 'connection refused' },
  'too-slow': { code: 'too-slow', host, limitMs: 20_000 },
  'too-many-redirects': { code: 'too-many-redirects', host },
  refused: { code: 'refused', host, status: 403 },
  'not-found': { code: 'not-found', host },
  gone: { code: 'gone', host },
  'server-error': { code: 'server-error', host, status: 502 },
  'too-large': { code: 'too-large', host, limitBytes: 12 * 1024 * 1024 },
  'not-a-feed': { code: 'not-a-feed', host, came: 'page' },
  'no-feed-found': { code: 'no-feed-found', host },
  unreadable: { code: 'unreadable', host, reason: 'SIGKILL' },
  'too-busy': { code: 'too-busy', host },
};

describe('what people read about a feed that fails', () => {
  it.each(Object.values(PROBLEMS))('is a sentence that names the host: $code', (problem) => {
    const sentence = feedProblemSentence(problem);
    expect(sentence).toContain(problem.host);
    expect(sentence).toMatch(/^\S.*\.$/u);
    expect(sentence).not.toMatch(/undefined|\[object|SIGKILL/u);
  });

  it('is another for each problem', () => {
    const sentences = Object.values(PROBLEMS).map(feedProblemSentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it.each([
    [401, 'subscribers'],
    [429, 'too many requests'],
    [403, 'programs'],
    [undefined, 'person'],
  ])('tells refusals apart: %p', (status, word) => {
    const problem = { code: 'refused', host, ...(status === undefined ? {} : { status }) } as const;
    expect(feedProblemSentence(problem)).toContain(word);
  });

  it('has nothing of a host that misleads', () => {
    const evil = { code: 'gone', host: 'a.example\u202e\n\u001b[31m@everyone' } as const;
    expect(feedProblemSentence(evil)).not.toMatch(/[\u0000-\u001f\u202e]/u);
  });
});
