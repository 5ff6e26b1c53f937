import { describe, expect, it } from '@jest/globals';
import { minutesToRead } from '../../src/post/minutes-to-read.ts';

function minutes(...paragraphs: readonly string[]): number {
  const article = { title: '', byline: [], language: 'en', subheads: [], notes: [] };
  return minutesToRead({ ...article, paragraphs });
}

describe('minutesToRead', () => {
  it('counts 238 words a minute', () => {
    expect(minutes('word – '.repeat(238 * 3), 'and more, '.repeat(119))).toBe(4);
  });

  it('counts 500 characters a minute where there are no spaces', () => {
    expect(minutes('港が再び開いた。'.repeat(250))).toBe(4);
  });

  it('is at least one', () => {
    expect(minutes()).toBe(1);
  });
});
