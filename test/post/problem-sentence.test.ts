import { describe, expect, it } from '@jest/globals';
import type { Problem, ProblemCode } from '../../src/article/problem.ts';
import { problemSentence } from '../../src/post/problem-sentence.ts';

const host = 'quay.example';
const EXAMPLES: { readonly [Code in ProblemCode]: readonly Extract<Problem, { code: Code }>[] } = {
  'bad-address': [{ code: 'bad-address', address: 'ftp://x' }],
  'address-not-allowed': [{ code: 'address-not-allowed', host }],
  'unknown-host': [{ code: 'unknown-host', host }],
  unreachable: [{ code: 'unreachable', host, reason: 'connection refused' }],
  'too-slow': [{ code: 'too-slow', host, limitMs: 20_000 }],
  'too-many-redirects': [{ code: 'too-many-redirects', limit: 5 }],
  refused: [401, 402, 403, 407, 429, 451].map((status) => ({ code: 'refused', host, status })),
  'not-found': [{ code: 'not-found', host, status: 404 }],
  'server-error': [{ code: 'server-error', host, status: 500 }],
  'too-large': [{ code: 'too-large', limitBytes: 5 * 1024 * 1024 }],
  'not-text': [{ code: 'not-text', type: 'image/png' }],
  'bot-check': [{ code: 'bot-check' }],
  'consent-wall': [{ code: 'consent-wall' }],
  paywall: [{ code: 'paywall' }],
  'not-an-article': (['home', 'video', 'login', 'empty'] as const).map((kind) => ({
    code: 'not-an-article',
    kind,
  })),
  'unreadable-pdf': (['damaged', 'encrypted', 'no-text'] as const).map((because) => ({
    code: 'unreadable-pdf',
    because,
  })),
  'reading-too-slow': [{ code: 'reading-too-slow', limitMs: 10_000 }],
  'reader-not-started': [{ code: 'reader-not-started' }],
  'reading-failed': [{ code: 'reading-failed', reason: 'SIGABRT' }],
  'summarizing-failed': [{ code: 'summarizing-failed', reason: 'x is undefined' }],
  'too-busy': [{ code: 'too-busy' }],
  'bad-line': [{ code: 'bad-line', reason: 'is no JSON' }],
  'file-not-found': [{ code: 'file-not-found', path: 'a.html' }],
  'file-not-readable': [{ code: 'file-not-readable', path: 'a.html', reason: 'permission denied' }],
};
const all: readonly Problem[] = Object.values(EXAMPLES).flat();

describe('problemSentence', () => {
  it.each(all)('says $code in one sentence on one line', (problem) => {
    expect(problemSentence(problem)).toMatch(/^[^\n]{15,220}[.]$/u);
  });

  it('says each thing in words of its own', () => {
    expect(new Set(all.map(problemSentence)).size).toBe(all.length);
  });

  it('says what helps when a site refuses', () => {
    expect(problemSentence({ code: 'refused', host, status: 403 })).toBe(
      'quay.example refuses to give this page to programs (403); open it in your browser, select all, copy, and give me the text instead.',
    );
  });

  it('has limits in words', () => {
    expect(problemSentence({ code: 'too-large', limitBytes: 5 * 1024 * 1024 })).toContain('5 MB');
    expect(problemSentence({ code: 'too-slow', host, limitMs: 20_000 })).toContain('20 seconds');
  });

  it('shows hostile hosts and paths harmlessly and in short', () => {
    const path = `\u001B[31m${'x'.repeat(5000)}\u202E\n`;
    const sentence = problemSentence({ code: 'file-not-found', path });
    expect(sentence).not.toMatch(/[\0-\x1F\x7F-\x9F\u202E]/u);
    expect(sentence).toContain(`“[31m${'x'.repeat(95)}…”`);
  });
});
