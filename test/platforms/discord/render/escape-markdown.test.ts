import { expect, it } from '@jest/globals';
import { escapeWithin } from '../../../../src/platforms/discord/render/escape-markdown.ts';

it('a title that is cut behind a colon makes no address and no timestamp with its ellipsis', () => {
  const words = 'see <t: something that goes on for longer than there is room';
  expect(escapeWithin(words, 12)).toBe('see \\<t\\:…');
});
