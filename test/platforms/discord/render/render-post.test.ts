import { describe, expect, it } from '@jest/globals';
import {
  escapeMarkdown,
  escapeWithin,
} from '../../../../src/platforms/discord/render/escape-markdown.ts';
import { renderPost } from '../../../../src/platforms/discord/render/render-post.ts';
import type { Post } from '../../../../src/post/post.ts';
import { helpPost } from '../../../../src/post/help-post.ts';
import { key, manyQuotes, summary } from '../a-post.ts';

const one = (parts: Post['sections'][number]['parts']): Post => ({
  sections: [{ parts, notes: [] }],
  actions: [],
});

describe('a post on Discord', () => {
  it('is an embed with its title linked, bullets as a list, quotes set off with their speakers', () => {
    const [message, ...more] = renderPost(summary, key);
    expect(more).toEqual([]);
    expect(message?.embeds).toEqual([
      {
        title: 'Windmill on Harrow Hill turns again',
        url: 'https://herald.example/mill',
        description: [
          '-# Upland Herald · Jonna Vael · 3 June 2031 · 4 min read',
          '',
          '- The mill on Harrow Hill grinds flour for the first time since 1962.',
          '- Eleven volunteers mended its sails over three winters.',
          '',
          '> “My grandmother would have wept at that sound”',
          '> — Aldo Kemmer, miller',
          '',
          '-# This is only the part that stands before the paywall.',
        ].join('\n'),
        color: expect.any(Number) as unknown,
      },
    ]);
    expect(message?.rows([])[0]?.components.map(({ custom_id }) => custom_id)).toEqual([
      `shorter:${key}`,
      `longer:${key}`,
      `quotes:${key}`,
      `sources:${key}`,
      `delete:${key}`,
    ]);
  });

  it('shows examples as code, where nothing is a link', () => {
    const description = renderPost(helpPost('Nutgraf'), key)[0]?.embeds[0]?.description ?? '';
    expect(description).toContain('\n`/summarize https://example.com/story`\n');
  });

  it('sets articles side by side, an embed each', () => {
    const [section] = summary.sections;
    if (section === undefined) throw new Error('no section');
    const [message] = renderPost({ sections: [section, section, section], actions: [] }, key);
    expect(message?.embeds).toHaveLength(3);
  });

  it('goes on in further messages, the buttons below the last', () => {
    const messages = renderPost(manyQuotes(40), key);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map(({ rows }) => rows([]).length)).toEqual(
      messages.map((_, index) => (index === messages.length - 1 ? 1 : 0)),
    );
    const titles = messages.flatMap(({ embeds }) => embeds.flatMap(({ title }) => title ?? []));
    expect(titles).toEqual(['Many speak of the mill']);
  });

  it('says what it left out, and how much', () => {
    const [message] = renderPost(
      one([
        { kind: 'quote', text: 'x'.repeat(5000) },
        { kind: 'quote', text: 'A short one.' },
      ]),
      key,
    );
    expect(message?.embeds).toMatchObject([
      {
        description: '> A short one.',
        footer: { text: 'One piece is too long to be shown whole on Discord, and left out.' },
      },
    ]);
  });

  it('has at most five messages', () => {
    const messages = renderPost(manyQuotes(300), key);
    expect(messages).toHaveLength(5);
    expect(messages.at(-1)?.embeds.at(-1)?.footer?.text).toMatch(/^\d+ pieces are too long/u);
  });

  it('is never empty', () => {
    expect(renderPost(one([]), key)[0]?.embeds).toHaveLength(1);
  });

  it('has no link where the address is none of the web, or too long for Discord', () => {
    for (const url of ['javascript:alert(1)', `https://herald.example/${'a'.repeat(2100)}`, 'x']) {
      const post: Post = {
        sections: [{ title: { text: 'The mill', url }, parts: [], notes: [] }],
        actions: [],
      };
      expect(renderPost(post, key)[0]?.embeds[0]).not.toHaveProperty('url');
    }
  });
});

describe('a number that begins a line', () => {
  it.each([
    ['1. The mill', '1\\. The mill'],
    ['12) The mill', '12\\) The mill'],
    ['7.', '7\\.'],
    ['3.5 million sacks', '3.5 million sacks'],
  ])('is no item of a list: %s', (line, escaped) => {
    expect(escapeMarkdown(line)).toBe(escaped);
  });
});

describe('a line that is too long', () => {
  it('is cut between words', () => {
    expect(escapeWithin('The mill on Harrow Hill turns', 20)).toBe('The mill on Harrow…');
  });

  it('is cut within a word where it has but one, and within no character', () => {
    const cut = escapeWithin('🦉'.repeat(100), 31);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(31);
  });

  it('counts what escaping adds', () => {
    expect(escapeWithin('*'.repeat(200), 100).length).toBeLessThanOrEqual(100);
  });
});
