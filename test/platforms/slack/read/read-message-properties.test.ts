import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEvent } from '../../../../src/platforms/slack/read/read-event.ts';
import { readMessageText } from '../../../../src/platforms/slack/read/read-message-text.ts';
import { readSources } from '../../../../src/platforms/slack/read/read-sources.ts';
import { readTypedSources } from '../../../../src/platforms/slack/read/read-typed-sources.ts';
import { readWords } from '../../../../src/platforms/slack/read/read-words.ts';
import { readTyped } from '../../../protocol/slack/drivers/typed-text.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const numRuns = isLong ? 5000 : 300;
const bot = 'U0NUTGRAF';

const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('<', '>', '&', '&amp;', '*b*', '_i_', '|', '\n', '@here', 'a & b'),
    ),
    { maxLength: 20 },
  )
  // What looks like an address or a mark becomes one: that is tested elsewhere.
  .map((pieces) => pieces.join(' ').replace(/<[@#h!]|https?:/giu, ''));

describe('what somebody types', () => {
  it('is read as it was typed, out of rich text and out of mrkdwn', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const message = readTyped(text);
        expect(readMessageText(message, bot)).toBe(text.trim());
        expect(readMessageText({ text: message.text }, bot)).toBe(text.trim());
      }),
      { seed: 5, numRuns },
    );
  });

  it('keeps its addresses', () => {
    fc.assert(
      fc.property(fc.array(fc.webUrl({ withQueryParameters: true }), { maxLength: 5 }), (urls) => {
        const sources = readSources(readTyped(urls.join(' ')), bot);
        const unique = [...new Set(urls)].slice(0, 3);
        expect(sources).toEqual(unique.map((url) => ({ kind: 'link', url })));
      }),
      { seed: 5, numRuns },
    );
  });
});

describe('whatever comes as an event', () => {
  it('is read without a fault', () => {
    const event = fc.record(
      {
        type: fc.constantFrom('message', 'app_mention', 'tokens_revoked', 'channel_left'),
        subtype: fc.constantFrom('message_changed', 'file_share', 'x'),
        channel: fc.oneof(fc.constant('D01'), fc.anything()),
        user: fc.oneof(fc.constant('U01ADA'), fc.anything()),
        ts: fc.oneof(fc.constant('1.0'), fc.anything()),
        text: fc.oneof(fc.string(), fc.anything()),
        blocks: fc.anything({ maxDepth: 4 }),
        files: fc.anything({ maxDepth: 3 }),
        attachments: fc.anything({ maxDepth: 3 }),
        message: fc.anything({ maxDepth: 3 }),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(event, (one) => {
        expect(['request', 'left', 'nothing']).toContain(readEvent({ event: one }, bot).kind);
      }),
      { seed: 5, numRuns },
    );
  });

  it.each([
    '<',
    '<https://a.example',
    '<@',
    'https://a.example/((',
    'https://a.example/))',
    ')',
    '*_',
    '&lt;',
    'short ',
  ])('comes to an end, however often it says %j', (piece) => {
    const text = `https://a.example/${piece.repeat(600_000 / piece.length)}x`;
    expect(readMessageText({ text }, bot).length).toBeLessThanOrEqual(100_000);
    expect([1, 3]).toContain(readSources({ text, blocks: [] }, bot).length);
    expect([1, 3]).toContain(readTypedSources(readWords(text).rest).length);
  });
});
