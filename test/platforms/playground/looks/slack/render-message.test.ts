import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderSlackMessage } from '../../../../../src/platforms/playground/looks/slack/render-message.ts';
import { renderSlackThread } from '../../../../../src/platforms/playground/looks/slack/render-thread.ts';
import type { SlackBlock } from '../../../../../src/platforms/playground/looks/slack/slack-body.ts';
import { cleanText } from '../../../../../src/platforms/slack/render/clean-text.ts';
import { renderPost } from '../../../../../src/platforms/slack/render/render-post.ts';
import type { Post } from '../../../../../src/post/post.ts';
import { anyPost } from '../../../any-post.ts';
import { key, summary } from '../../../discord/a-post.ts';
import { shown, textOf } from '../shown.ts';

const around = { speaker: { name: 'Nutgraf', isApp: true }, time: '9:41 AM' };
const names = new Map([['U42', 'Mira']]);
const look = (blocks: readonly SlackBlock[]) =>
  renderSlackMessage({ text: 'instead of blocks', blocks }, { ...around, names });
const rich = (...elements: readonly object[]) => look([{ type: 'rich_text', elements }]);
const lookOf = (one: Post) =>
  renderSlackThread({
    channel: 'newsroom',
    theme: 'system',
    root: renderSlackMessage(
      { text: 'hello' },
      { speaker: { name: 'Mira', isApp: false }, time: '9:40 AM' },
    ),
    replies: renderPost(one, { key }).map((message) => renderSlackMessage(message, around)),
  });

describe('a message in Slack’s look', () => {
  it('tells who says it and when, and that it is an app', () => {
    expect(textOf(look([]), '.name, .tag, time')).toEqual(['Nutgraf', 'APP', '9:41 AM']);
  });

  it('shows its text where it has no blocks', () => {
    expect(textOf(look([]), '.words')).toEqual(['instead of blocks']);
  });

  it('shows an answer as the adapter sends it, in the thread below what was asked', () => {
    const body = shown(lookOf(summary));
    expect(body.querySelector('.replies')?.textContent).toBe('1 reply');
    const title = body.querySelector('.message + .replies + .message a');
    expect(title?.textContent).toBe('Windmill on Harrow Hill turns again');
    expect(title?.getAttribute('href')).toBe('https://herald.example/mill');
    expect(body.querySelector('.context')?.textContent).toContain('Jonna Vael');
    expect([...body.querySelectorAll('li')]).toHaveLength(2);
    expect(body.querySelector('blockquote em')?.textContent).toBe('— Aldo Kemmer, miller');
    const buttons = [...body.querySelectorAll('button')];
    expect(buttons.map(({ textContent }) => textContent)).toContain('All quotes');
    expect(buttons[0]?.getAttribute('data-action')).toBe('shorter');
    expect(buttons[0]?.getAttribute('data-value')).toBe(key);
  });

  it('shows headers, sections with fields, contexts and dividers', () => {
    const body = shown(
      look([
        { type: 'header', text: { type: 'plain_text', text: 'A <b>header</b>' } },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*bold*' },
          fields: [
            { type: 'mrkdwn', text: '_lean_' },
            { type: 'plain_text', text: '_as it is_' },
          ],
          accessory: {
            type: 'button',
            action_id: 'x',
            text: { type: 'plain_text', text: 'Press' },
          },
        },
        { type: 'divider' },
        { type: 'context', elements: [{ type: 'plain_text', text: '<i>small</i>' }] },
      ]),
    );
    expect(body.querySelector('.title')?.textContent).toBe('A <b>header</b>');
    expect(body.querySelector('.section strong')?.textContent).toBe('bold');
    expect(
      [...body.querySelectorAll('.fields > div')].map(({ textContent }) => textContent),
    ).toEqual(['lean', '_as it is_']);
    expect(body.querySelector('.section button')?.textContent).toBe('Press');
    expect(body.querySelectorAll('hr')).toHaveLength(1);
    expect(body.querySelector('.context')?.textContent).toBe('<i>small</i>');
  });

  it('shows rich text: styles, links, mentions, lists, quotes, code', () => {
    const text = (words: string, style?: object) => ({
      type: 'text',
      text: words,
      ...(style && { style }),
    });
    const body = shown(
      rich(
        {
          type: 'rich_text_section',
          elements: [
            text('*as it is* '),
            text('all', { bold: true, italic: true, strike: true, code: true }),
            { type: 'link', url: 'https://quay.example/a' },
            { type: 'link', url: 'javascript:alert(1)', text: 'nowhere' },
            { type: 'user', user_id: 'U42' },
            { type: 'channel', channel_id: 'C9' },
            { type: 'broadcast', range: 'here' },
            { type: 'emoji', name: 'gull' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [{ type: 'rich_text_section', elements: [text('one')] }],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 1,
          elements: [{ type: 'rich_text_section', elements: [text('two')] }],
        },
        { type: 'rich_text_quote', elements: [text('said')] },
        { type: 'rich_text_preformatted', elements: [text('x < 1')] },
      ),
    );
    expect(body.querySelector('strong em s code')?.textContent).toBe('all');
    expect([...body.querySelectorAll('a')].map((one) => one.getAttribute('href'))).toEqual([
      'https://quay.example/a',
    ]);
    expect([...body.querySelectorAll('.mention')].map(({ textContent }) => textContent)).toEqual([
      '@Mira',
      '#unknown',
      '@here',
    ]);
    expect(body.querySelector('.words')?.textContent).toMatch(/^\*as it is\* .*nowhere.*:gull:$/u);
    expect(body.querySelector('ol li')?.textContent).toBe('one');
    expect(body.querySelector('ul.nested li')?.textContent).toBe('two');
    expect(body.querySelector('blockquote')?.textContent).toBe('said');
    expect(body.querySelector('pre')?.textContent).toBe('x < 1');
  });

  it('shows buttons in their styles, links and menus', () => {
    const label = (text: string) => ({ type: 'plain_text', text });
    const body = shown(
      look([
        {
          type: 'actions',
          elements: [
            { type: 'button', style: 'primary', action_id: 'a', text: label('Go') },
            { type: 'button', style: '"><script>', action_id: 'b', text: label('Odd') },
            { type: 'button', url: 'https://quay.example', text: label('Read') },
            { type: 'static_select', action_id: 'c', placeholder: label('Choose') },
          ],
        },
      ]),
    );
    expect([...body.querySelectorAll('.row > *')].map(({ className }) => className)).toEqual([
      'button primary',
      'button',
      'button',
      'menu',
    ]);
    expect(body.querySelector('.menu')?.textContent).toBe('Choose');
  });

  it('names a block that it does not know', () => {
    expect(textOf(look([{ type: '<video>' }]), '.context')).toEqual(['[<video>]']);
  });

  it('tells that one person alone sees it', () => {
    const body = renderSlackMessage({ text: 'x', response_type: 'ephemeral' }, around);
    expect(textOf(body, '.private .only-you')).toEqual(['Only visible to you']);
  });

  it('shows whatever a post says as text, every quote whole, and links to its articles alone', () => {
    const known =
      'main,section,article,header,div,span,small,time,svg,rect,path,circle,text,a,ul,li,blockquote,em,strong,pre,hr,button';
    const nasty = fc.constantFrom(
      '<script>',
      '</div>',
      '"',
      '*b*',
      '_i_',
      '<@U1>',
      '<!channel>',
      '`',
      '\n',
      '&lt;',
      '🦉',
    );
    const { post } = anyPost(nasty, { pieces: 12, pieceChars: 40, repeats: 5, parts: 12 });
    fc.assert(
      fc.property(post, (one) => {
        const body = shown(lookOf(one));
        const strange = [...body.querySelectorAll('*')].filter(
          ({ localName }) => !known.split(',').includes(localName),
        );
        expect(strange.map(({ localName }) => localName)).toEqual([]);
        const allowed = one.sections.map(({ title }) => URL.parse(title?.url ?? '')?.href);
        for (const a of body.querySelectorAll('a'))
          expect(allowed).toContain(a.getAttribute('href'));
        const isCut = body.textContent.includes('too long to be shown');
        for (const { kind, text } of one.sections.flatMap(({ parts }) => parts))
          if (kind === 'quote' && !isCut) expect(body.textContent).toContain(cleanText(text));
      }),
      { seed: 13, numRuns: process.env['NUTGRAF_TEST_LONG'] === undefined ? 40 : 500 },
    );
  });
});
