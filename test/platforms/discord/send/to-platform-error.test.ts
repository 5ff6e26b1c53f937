import { describe, expect, it } from '@jest/globals';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { toPlatformError } from '../../../../src/platforms/discord/send/to-platform-error.ts';

const asked = { files: undefined, body: undefined };

function told(status: number, code: number, isTokenInPath = false): string {
  const raw = { code, message: 'no' };
  const error = new DiscordAPIError(raw, code, status, 'POST', 'https://discord.example', asked);
  return toPlatformError(error, isTokenInPath).code;
}

describe('an error of Discord’s', () => {
  it.each([
    ['gone', 404, 10003],
    ['gone', 404, 10008],
    ['gone', 404, 10015],
    ['gone', 404, 10062],
    ['gone', 401, 50027],
    ['not-allowed', 403, 50001],
    ['not-allowed', 403, 50013],
    ['bad-post', 400, 50035],
    ['refused-token', 401, 0],
    ['unclear', 500, 0],
  ])('is %s where it is %i with %i', (code, status, number) => {
    expect(told(status, number)).toBe(code);
  });

  it('that refuses an interaction’s token says nothing about the bot’s', () => {
    expect(told(401, 0, true)).toBe('gone');
  });

  it('is unclear where Discord gave no answer of its own', () => {
    const error = new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.example', asked);
    expect(toPlatformError(error).code).toBe('unclear');
    expect(toPlatformError(new Error('fetch failed')).code).toBe('unclear');
  });
});
