import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPost } from '../../any-post.ts';
import { cleanText } from '../../../../src/platforms/slack/render/clean-text.ts';
import { renderPost } from '../../../../src/platforms/slack/render/render-post.ts';
import { checkBlocks } from '../../../protocol/slack/limits/check-blocks.ts';
import { findPings } from '../../../protocol/slack/limits/find-pings.ts';
import { key } from '../a-post.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const numRuns = isLong ? 3000 : 150;

const nasty = fc.constantFrom(
  '<!channel>',
  '<@U01ADA>',
  '<!subteam^S1|x>',
  '<https://evil.example|here>',
  'https://evil.example/x',
  '@everyone',
  '*bold*',
  '```',
  '&amp;',
  '\u202e',
  '\u200b',
  '\ud83d',
  '🛶👩‍🚀',
  '\n',
  '> ',
  ':smile:',
);
const { post } = anyPost(nasty, {
  pieces: 30,
  pieceChars: 200,
  repeats: 40,
  parts: 40,
});

/** All text that a block shows, its elements joined. */
function shownIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, elements, title } = value as Readonly<Record<string, unknown>>;
  const own = typeof text === 'string' ? text : shownIn(text);
  return own + shownIn(elements) + shownIn(title);
}

function links(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(links);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'url' in value && typeof value.url === 'string' ? [value.url] : [];
  return [...own, ...Object.values(value).flatMap(links)];
}

describe('whatever a post says', () => {
  it('is within the limits, in every message of it', () => {
    fc.assert(
      fc.property(post, (one) => {
        for (const message of renderPost(one, { key })) {
          expect(checkBlocks(message.blocks, 'message')).toBeUndefined();
          expect(JSON.stringify(message.blocks).length).toBeLessThan(10_000);
          expect(message.text).not.toBe('');
          expect(message.text.length).toBeLessThanOrEqual(4000);
        }
      }),
      { seed: 5, numRuns },
    );
  });

  it('notifies nobody, whether or not Slack looks for names', () => {
    fc.assert(
      fc.property(post, (one) => {
        for (const message of renderPost(one, { key }))
          expect(findPings({ ...message })).toEqual([]);
      }),
      { seed: 5, numRuns },
    );
  });

  it('links to the articles and nowhere else', () => {
    fc.assert(
      fc.property(post, (one) => {
        const allowed = one.sections.map(({ title }) => URL.parse(title?.url ?? '')?.href);
        for (const message of renderPost(one, { key })) {
          const other = links(message.blocks).filter((url) => !allowed.includes(url));
          expect(other).toEqual([]);
          expect(message.text).not.toMatch(/<|>/u);
          expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
        }
      }),
      { seed: 5, numRuns },
    );
  });

  it('shows every quote and bullet whole, or says that it left some out', () => {
    fc.assert(
      fc.property(post, (one) => {
        const messages = renderPost(one, { key });
        const blocks = messages.flatMap((message) => message.blocks.map(shownIn));
        const all = blocks.join('\n');
        const told = one.sections
          .flatMap(({ parts }) => parts)
          .filter(({ kind }) => kind === 'quote' || kind === 'bullet')
          .map((told) => cleanText(told.text));
        const missing = told.filter((quote) => !blocks.some((block) => block.includes(quote)));
        if (missing.length > 0) expect(all).toMatch(/too long to be shown whole on Slack/u);
        // A single one is too long for any message, unless there are as many messages as there may be.
        for (const quote of messages.length < 20 ? missing : [])
          expect(JSON.stringify(quote).length).toBeGreaterThan(6000);
      }),
      { seed: 5, numRuns },
    );
  });

  it('has nothing in it that is unseen, and no half of a character', () => {
    fc.assert(
      fc.property(post, (one) => {
        for (const { text: said, blocks } of renderPost(one, { key })) {
          const all = said + shownIn(blocks);
          expect(all.isWellFormed()).toBe(true);
          expect(all).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\0-\x08]/u);
        }
      }),
      { seed: 5, numRuns },
    );
  });
});
