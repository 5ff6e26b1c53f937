import { describe, expect, it } from '@jest/globals';
import { renderPost } from '../../../../src/platforms/slack/render/render-post.ts';
import type { Part, Post } from '../../../../src/post/post.ts';
import { key, summary } from '../a-post.ts';

const only = (post: Post) => {
  const messages = renderPost(post, { key });
  expect(messages).toHaveLength(1);
  return messages[0] ?? { text: '', blocks: [] };
};

const withParts = (parts: readonly Part[]): Post => ({
  sections: [{ title: { text: 'Tides' }, parts, notes: [] }],
  actions: ['delete'],
});

describe('a summary in Slack', () => {
  it('is a linked title, a line about it, one list of bullets, set off quotes, notes and buttons', () => {
    const { blocks } = only(summary);
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        block_id: `nutgraf.${key}.0`,
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              {
                type: 'link',
                url: 'https://courier.example/ferry',
                text: 'Ferry to Sandholm gets a second boat',
                style: { bold: true },
              },
            ],
          },
        ],
      },
      expect.objectContaining({ type: 'context' }),
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [
              'The council bought a second boat for the Sandholm line.',
              'It sails from May on, twice as often as before.',
            ].map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
          },
        ],
      },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: '“Nobody shall wait on the pier for two hours again”\n' },
              { type: 'text', text: '— Oda Grimsby, harbour master', style: { italic: true } },
            ],
          },
        ],
      },
      expect.objectContaining({ type: 'context' }),
      expect.objectContaining({ type: 'actions' }),
    ]);
  });

  it('has a button for each action, which carries the key', () => {
    const { blocks } = only(summary);
    expect(blocks.at(-1)).toMatchObject({
      elements: [
        { action_id: 'shorter', value: key, text: { text: 'Shorter' } },
        { action_id: 'longer', value: key },
        { action_id: 'quotes', value: key, text: { text: 'All quotes' } },
        { action_id: 'sources', value: key },
        { action_id: 'delete', value: key },
      ],
    });
  });

  it('says all of it in its text too, for notifications and screen readers', () => {
    const { text } = only(summary);
    expect(text).toContain('Ferry to Sandholm gets a second boat');
    expect(text).toContain('• It sails from May on, twice as often as before.');
    expect(text).toContain('Oda Grimsby, harbour master');
  });

  it('parts articles by a line', () => {
    const two = { sections: [...summary.sections, ...summary.sections], actions: [] };
    expect(only(two).blocks.filter(({ type }) => type === 'divider')).toHaveLength(1);
  });

  it('shows an example as it is to be typed, and the place of a passage', () => {
    const { blocks } = only(
      withParts([
        { kind: 'heading', text: 'How to ask' },
        { kind: 'example', text: '/summarize https://example.com/story' },
        { kind: 'passage', text: 'The boat is red.', place: 'paragraph 4 of 12' },
      ]),
    );
    const flat = JSON.stringify(blocks);
    expect(flat).toContain(
      '{"type":"rich_text_preformatted","elements":[{"type":"text","text":"/summarize https://example.com/story"}]}',
    );
    expect(flat).toContain('{"type":"text","text":"paragraph 4 of 12","style":{"italic":true}}');
    expect(flat).toContain('{"type":"text","text":"How to ask","style":{"bold":true}}');
  });

  it('links nothing that is no web address', () => {
    const title = { text: 'Tides', url: 'javascript:alert(1)' };
    const { blocks } = only({ sections: [{ title, parts: [], notes: [] }], actions: [] });
    expect(JSON.stringify(blocks)).not.toContain('javascript');
  });

  it('keeps marks of Slack harmless in the text and literal in the blocks', () => {
    const text = '<!channel> *bold* & <@U01ADA> @here `code`';
    const message = only(withParts([{ kind: 'bullet', text }]));
    expect(message.text).toContain('&lt;!channel&gt; ∗bold∗ &amp; &lt;@U01ADA&gt; @ here ˋcodeˋ');
    expect(JSON.stringify(message.blocks)).toContain(JSON.stringify({ type: 'text', text }));
  });

  it('drops what cannot be seen and turns the writing around', () => {
    const { blocks } = only(
      withParts([{ kind: 'bullet', text: 'Old\u202egnitirw\u200b\u0000 \u{e0041}pier\ud800' }]),
    );
    expect(JSON.stringify(blocks)).toContain('"Oldgnitirw pier\ufffd"');
  });

  it('has something to show where a post has nothing', () => {
    const { text, blocks } = only({ sections: [], actions: [] });
    expect(text).not.toBe('');
    expect(blocks).toHaveLength(1);
  });
});

describe('a long post in Slack', () => {
  const quotes = (count: number, chars: number): readonly Part[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: 'quote',
      text: `“${index} ${'tide '.repeat(chars / 5)}”`,
      speaker: 'Oda Grimsby',
    }));

  it('goes on in further messages, each quote whole, the buttons below the last', () => {
    const parts = quotes(30, 900);
    const messages = renderPost(withParts(parts), { key });
    expect(messages.length).toBeGreaterThan(2);
    const all = messages.map(({ blocks }) => JSON.stringify(blocks));
    for (const { text } of parts)
      expect(all.filter((one) => one.includes(text.trim()))).toHaveLength(1);
    const withButtons = messages.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'));
    expect(withButtons.indexOf(true)).toBe(messages.length - 1);
    expect(messages.map(({ blocks }) => blocks[0]?.['block_id'])).toEqual(
      messages.map((_, index) => `nutgraf.${key}.${index}`),
    );
  });

  it('leaves out what fits into no message, and says so', () => {
    const [huge] = quotes(1, 20_000);
    const message = only(withParts([...quotes(1, 50), ...(huge ? [huge] : [])]));
    expect(JSON.stringify(message.blocks)).toContain(
      'One piece is too long to be shown whole on Slack, and left out.',
    );
    expect(JSON.stringify(message.blocks)).not.toContain('tide '.repeat(100));
  });

  it('keeps within the number of messages that there may be', () => {
    const messages = renderPost(withParts(quotes(60, 900)), { key, maxMessages: 2 });
    expect(messages).toHaveLength(2);
    expect(JSON.stringify(messages[1])).toMatch(/\d+ pieces are too long/u);
  });

  it('cuts no pair of surrogates where a text is divided among elements', () => {
    const text = `x${'🛶'.repeat(2500)}`;
    const { blocks } = only(withParts([{ kind: 'quote', text }]));
    const elements = (blocks[1] as unknown as { elements: [{ elements: { text: string }[] }] })
      .elements[0].elements;
    expect(elements.length).toBeGreaterThan(1);
    expect(elements.every((one) => one.text.isWellFormed() && one.text.length <= 3000)).toBe(true);
    expect(elements.map((one) => one.text).join('')).toBe(text);
  });
});
