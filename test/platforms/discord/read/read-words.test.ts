import { describe, expect, it } from '@jest/globals';
import {
  findLength,
  findWord,
  isIdle,
  isKindness,
} from '../../../../src/platforms/discord/read/read-words.ts';

describe('words', () => {
  it.each([
    ['shorter', { kind: 'shorter' }],
    [' Longer! ', { kind: 'longer' }],
    ['quotes', { kind: 'quotes' }],
    ['SOURCES?', { kind: 'sources' }],
    ['shorter please', undefined],
    ['who says so?', undefined],
  ])('%j is one of the four, or none', (text, word) => {
    expect(findWord(text)).toEqual(word);
  });

  it.each([
    ['thanks a lot!', true],
    ['👍🏽', true],
    ['<:owl:123456789012345678>', true],
    ['🇳🇴 👩‍🚀', true],
    ['', false],
    ['thanks, but who paid?', false],
    ['why', false],
  ])('%j is said to be kind: %s', (text, isKind) => {
    expect(isKindness(text)).toBe(isKind);
  });

  it.each([
    ['', true],
    ['summarize this please', true],
    ['what does the mayor say', false],
  ])('%j asks for nothing in particular: %s', (text, idle) => {
    expect(isIdle(text)).toBe(idle);
  });

  it.each([
    ['short https://herald.example/mill', 'brief'],
    ['make it Long', 'detailed'],
    ['standard', 'standard'],
    ['the short story of a long road', undefined],
    ['https://herald.example/long', undefined],
  ])('%j asks for a length: %s', (text, length) => {
    expect(findLength(text)).toBe(length);
  });
});
