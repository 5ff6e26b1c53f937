import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../../../src/platforms/discord/render/clean-text.ts';
import { escapeMarkdown } from '../../../../src/platforms/discord/render/escape-markdown.ts';
import { renderPlain } from '../../../../src/platforms/discord/render/render-plain.ts';
import { messageBody } from '../../../../src/platforms/discord/send/message-body.ts';
import type { Post } from '../../../../src/post/post.ts';
import { checkMessage } from '../../../protocol/discord/check/check-message.ts';
import { key } from '../a-post.ts';
import { readMarkdown } from '../read-markdown.ts';
import { post } from './any-discord-post.ts';

const isLong = process.env['NUTGRAF_TEST_LONG'] !== undefined;
const options = { seed: 7, numRuns: isLong ? 2000 : 120 };
const before = ['1190000000000000001', '1190000000000000002', '18446744073709551615', '7'];

const contentsOf = (one: Post) => renderPlain(one, key).map(({ content }) => content);

/** As it is written, so that it mentions nobody. */
function addressOf(url: string): string | undefined {
  return URL.parse(url)?.href.replaceAll(/@(?=everyone|here)/giu, '%40');
}

describe('whatever a post says in plain text', () => {
  it('mentions nobody by the address of an article', () => {
    const title = { text: 'Eels', url: 'https://quay.example/x@everyone' };
    const post = { sections: [{ title, parts: [], notes: [] }], actions: [] };
    expect(contentsOf(post)).toEqual(['**Eels**\n<https://quay.example/x%40everyone>']);
  });

  it('is within the limits, in every message of it, and none of them is empty', () => {
    fc.assert(
      fc.property(post, (one) => {
        const messages = renderPlain(one, key);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.length).toBeLessThanOrEqual(5);
        for (const message of messages) {
          expect(message.content.trim()).not.toBe('');
          expect(checkMessage(messageBody(message, before), [])).toEqual([]);
        }
      }),
      options,
    );
  });

  it('has no mark but ours, and links to the articles and nowhere else', () => {
    const ours = new Set(['quote', 'list', 'small', 'bold', 'code', 'autolink']);
    fc.assert(
      fc.property(post, (one) => {
        const allowed = one.sections.map(({ title }) => addressOf(title?.url ?? ''));
        for (const content of contentsOf(one)) {
          const { specials } = readMarkdown(content);
          expect(specials.filter(({ kind }) => !ours.has(kind))).toEqual([]);
          for (const { kind, source } of specials)
            if (kind === 'autolink') expect(allowed).toContain(source.slice(1, -1));
        }
      }),
      options,
    );
  });

  it('holds nothing that a server would take for a mention', () => {
    fc.assert(
      fc.property(post, (one) => {
        for (const content of contentsOf(one))
          expect(content.replaceAll(/^`.*`$/gmu, '')).not.toMatch(
            /<[@#]|<a?:|<t:|<id:|<\/\w+:\d|(?<!\\)@(?:everyone|here)/iu,
          );
      }),
      options,
    );
  });

  it('shows every quote and bullet whole, or says that it left some out', () => {
    fc.assert(
      fc.property(post, (one) => {
        const shown = contentsOf(one).map((content) => readMarkdown(content).text);
        const told = one.sections
          .flatMap(({ parts }) => parts)
          .filter(({ kind }) => kind === 'quote' || kind === 'bullet' || kind === 'passage')
          .map(({ text }) => cleanText(text));
        const missing = told.filter((text) => !shown.some((content) => content.includes(text)));
        if (missing.length === 0) return;
        expect(shown.join('\n')).toMatch(/too long to be shown whole/u);
        const isFull = contentsOf(one).length === 5;
        for (const text of missing) expect(isFull || escapeMarkdown(text).length > 900).toBe(true);
      }),
      options,
    );
  });
});
