import { describe, expect, it } from '@jest/globals';
import { printable, printableName } from '../../src/post/printable.ts';

describe('printable', () => {
  it('takes away what a terminal could obey', () => {
    expect(printable('a\u001B[2Jb\u0007\u009Bc\u202Ed\u2066e\0f\u{E0041}g')).toBe('a[2Jbcdefg');
  });

  it('makes one line of several', () => {
    expect(printable('a\nb\tc\u2028d\r')).toBe('a b c d ');
  });

  it('keeps joined emoji and letters of every script', () => {
    const text = '👩‍🚀 Ostvík नमस्ते שלום 港';
    expect(printable(text)).toBe(text);
  });

  it('replaces lone surrogates', () => {
    expect(printable('a\uD800b')).toBe('a\uFFFDb');
  });
});

describe('printableName', () => {
  it('cuts to 100 characters', () => {
    expect(printableName('é'.repeat(500))).toBe(`${'é'.repeat(99)}…`);
  });
});
