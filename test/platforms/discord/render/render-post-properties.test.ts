import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../../../src/platforms/discord/render/clean-text.ts';
import { escapeMarkdown } from '../../../../src/platforms/discord/render/escape-markdown.ts';
import { renderPost } from '../../../../src/platforms/discord/render/render-post.ts';
import { messageBody } from '../../../../src/platforms/discord/send/message-body.ts';
import type { Post } from '../../../../src/post/post.ts';
import { checkMessage } from '../../../protocol/discord/check/check-message.ts';
import { key } from '../a-post.ts';
import { readMarkdown } from '../read-markdown.ts';
import { post, words } from './any-discord-post.ts';
import { shownText } from '../shown-text.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const numRuns = isLong ? 2000 : 120;

const before = ['1190000000000000001', '1190000000000000002', '18446744073709551615', '7'];

function embedsOf(one: Post) {
  return renderPost(one, key).flatMap(({ embeds }) => embeds);
}

describe('whatever a post says', () => {
  it('is within the limits, in every message of it', () => {
    fc.assert(
      fc.property(post, (one) => {
        const messages = renderPost(one, key);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.length).toBeLessThanOrEqual(5);
        for (const message of messages)
          expect(checkMessage(messageBody(message, before), [])).toEqual([]);
      }),
      { seed: 5, numRuns },
    );
  });

  it('has in its texts no mark but ours: no mention, no link, no style, no emoji', () => {
    const ours = new Set(['quote', 'list', 'small', 'bold', 'code']);
    fc.assert(
      fc.property(post, (one) => {
        for (const { title = '', description = '' } of embedsOf(one)) {
          const { specials } = readMarkdown(description);
          expect(specials.filter(({ kind }) => !ours.has(kind))).toEqual([]);
          expect(readMarkdown(title).specials).toEqual([]);
        }
      }),
      { seed: 5, numRuns },
    );
  });

  it('holds nothing that a server would take for an address or a mention', () => {
    fc.assert(
      fc.property(post, (one) => {
        for (const { title = '', description = '' } of embedsOf(one)) {
          const outsideCode = description.replaceAll(/^`.*`$/gmu, '');
          expect(title + outsideCode).not.toMatch(/[a-z]:\/\/\S|<[@#]|<a?:|<t:|<id:|<\/\w+:\d/iu);
        }
      }),
      { seed: 5, numRuns },
    );
  });

  it('links to the articles and nowhere else', () => {
    fc.assert(
      fc.property(post, (one) => {
        const allowed = one.sections.map(({ title }) => URL.parse(title?.url ?? '')?.href);
        for (const { url } of embedsOf(one)) if (url !== undefined) expect(allowed).toContain(url);
      }),
      { seed: 5, numRuns },
    );
  });

  it('shows every quote and bullet whole, or says that it left some out', () => {
    fc.assert(
      fc.property(post, (one) => {
        const embeds = embedsOf(one).map(shownText);
        const told = one.sections
          .flatMap(({ parts }) => parts)
          .filter(({ kind }) => kind === 'quote' || kind === 'bullet' || kind === 'passage')
          .map((told) => cleanText(told.text));
        const missing = told.filter((quote) => !embeds.some((embed) => embed.includes(quote)));
        if (missing.length === 0) return;
        expect(embeds.join('\n')).toMatch(/too long to be shown whole/u);
        const chars = embedsOf(one).reduce(
          (sum, { description = '' }) => sum + description.length,
          0,
        );
        const isFull = chars > 10_000;
        for (const quote of missing)
          expect(isFull || escapeMarkdown(quote).length > 3500).toBe(true);
      }),
      { seed: 5, numRuns },
    );
  });

  it('has nothing in it that is unseen, and no half of a character', () => {
    fc.assert(
      fc.property(post, (one) => {
        for (const { title = '', description = '' } of embedsOf(one)) {
          const all = title + description;
          expect(all.isWellFormed()).toBe(true);
          expect(all).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\0-\x08]/u);
        }
      }),
      { seed: 5, numRuns },
    );
  });
});

describe('a line of text', () => {
  it('reads back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(words.map(cleanText), (line) => {
        const read = readMarkdown(escapeMarkdown(line));
        expect(read.specials).toEqual([]);
        expect(read.text).toBe(line);
      }),
      { seed: 5, numRuns: numRuns * 3 },
    );
  });
});
