import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../../../../src/platforms/discord/render/clean-text.ts';
import { renderPlain } from '../../../../../src/platforms/discord/render/render-plain.ts';
import { renderPost } from '../../../../../src/platforms/discord/render/render-post.ts';
import { messageBody } from '../../../../../src/platforms/discord/send/message-body.ts';
import type { DiscordBody } from '../../../../../src/platforms/playground/looks/discord/discord-body.ts';
import { renderDiscordChannel } from '../../../../../src/platforms/playground/looks/discord/render-channel.ts';
import {
  renderDiscordMessage,
  type DiscordSurroundings,
} from '../../../../../src/platforms/playground/looks/discord/render-message.ts';
import type { Post } from '../../../../../src/post/post.ts';
import { key, summary } from '../../../discord/a-post.ts';
import { post } from '../../../discord/render/any-discord-post.ts';
import { shown, textOf } from '../shown.ts';

const around: DiscordSurroundings = {
  speaker: { name: 'Nutgraf', isApp: true },
  time: 'Today at 09:41',
};
const look = (body: DiscordBody, more: Partial<DiscordSurroundings> = {}) =>
  renderDiscordMessage(body, { ...around, ...more });
const lookOf = (one: Post) =>
  renderDiscordChannel({
    name: 'newsroom',
    theme: 'system',
    messages: renderPost(one, key).map((message) => look(messageBody(message, []))),
  });

describe('a message in Discord’s look', () => {
  it('tells who says it and when, and that it is an app', () => {
    expect(textOf(look({}), '.name, .tag, time')).toEqual(['Nutgraf', 'APP', 'Today at 09:41']);
    const person = { speaker: { name: 'Mira', isApp: false } };
    expect(textOf(look({ content: 'hello' }, person), '.name, .tag, .content')).toEqual([
      'Mira',
      'hello',
    ]);
  });

  it('tells above what it answers', () => {
    const above = { kind: 'command', person: 'Mira', command: 'summarize' } as const;
    expect(textOf(look({}, { above }), '.who, .command')).toEqual(['Mira', '/summarize']);
    const reply = { kind: 'reply', person: 'Mira', text: '<b>look</b>' } as const;
    expect(textOf(look({}, { above: reply }), '.excerpt')).toEqual(['<b>look</b>']);
  });

  it('shows an answer as the adapter sends it', () => {
    const body = shown(lookOf(summary));
    const title = body.querySelector('.embed-title a');
    expect(title?.textContent).toBe('Windmill on Harrow Hill turns again');
    expect(title?.getAttribute('href')).toBe('https://herald.example/mill');
    expect([...body.querySelectorAll('li')]).toHaveLength(2);
    expect(body.querySelector('blockquote')?.textContent).toContain('— Aldo Kemmer, miller');
    expect(body.querySelector('.bar rect')?.getAttribute('fill')).toMatch(/^#[\da-f]{6}$/u);
    const buttons = [...body.querySelectorAll('button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Shorter',
      'Longer',
      'All quotes',
      'Where does this stand?',
      'Delete',
    ]);
    expect(buttons[0]?.getAttribute('data-action')).toBe(`shorter:${key}`);
  });

  it('shows every part of an embed', () => {
    const embed = {
      author: { name: 'The <i>Ledger</i>', url: 'https://ledger.example' },
      title: 'A title',
      fields: [
        { name: 'First', value: '**1**', inline: true },
        { name: 'Second', value: '2' },
      ],
      footer: { text: 'At the <b>foot</b>' },
      color: 0x00ff10,
    };
    const body = shown(look({ embeds: [embed] }));
    expect(body.querySelector('.embed-author a')?.textContent).toBe('The <i>Ledger</i>');
    expect(body.querySelector('.embed-title')?.innerHTML).not.toContain('<a');
    expect([...body.querySelectorAll('.embed-field')].map(({ className }) => className)).toEqual([
      'embed-field inline',
      'embed-field',
    ]);
    expect(body.querySelector('.embed-field strong')?.textContent).toBe('1');
    expect(body.querySelector('.embed-footer')?.textContent).toBe('At the <b>foot</b>');
    expect(body.querySelector('.bar rect')?.getAttribute('fill')).toBe('#00ff10');
  });

  it('shows buttons in their styles, links, menus, and what cannot be pressed', () => {
    const row = {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Go', custom_id: '"><script>' },
        { type: 2, style: 4, label: 'Drop', custom_id: 'b', disabled: true },
        { type: 2, style: 5, label: 'Read', url: 'https://ledger.example/a' },
        { type: 3, custom_id: 'c', placeholder: 'Choose' },
      ],
    };
    const body = shown(look({ components: [row] }));
    expect([...body.querySelectorAll('.row > *')].map(({ className }) => className)).toEqual([
      'button primary',
      'button danger',
      'button secondary',
      'menu',
    ]);
    expect(body.querySelector('button')?.getAttribute('data-action')).toBe('"><script>');
    expect(body.querySelector('.danger')?.hasAttribute('disabled')).toBe(true);
    expect(body.querySelector('script')).toBeNull();
  });

  it('tells that one person alone sees it', () => {
    expect(textOf(look({ flags: 64 }), '.private .only-you')).toEqual(['Only you can see this']);
    expect(textOf(look({}), '.only-you')).toEqual([]);
  });

  it('shows whatever a post says as text, every quote whole, and links to its articles alone', () => {
    const known =
      'main,section,article,header,div,span,time,svg,rect,path,circle,text,a,ul,li,blockquote,br,strong,code,button';
    fc.assert(
      fc.property(post, (one) => {
        const plain = renderDiscordChannel({
          name: 'newsroom',
          theme: 'dark',
          messages: renderPlain(one, key).map((message) => look(messageBody(message, []))),
        });
        const allowed = one.sections.map(({ title }) => URL.parse(title?.url ?? '')?.href);
        for (const body of [shown(lookOf(one)), shown(plain)]) {
          const strange = [...body.querySelectorAll('*')].filter(
            ({ localName }) => !known.split(',').includes(localName),
          );
          expect(strange.map(({ localName }) => localName)).toEqual([]);
          for (const a of body.querySelectorAll('a'))
            expect(allowed).toContain(a.getAttribute('href'));
        }
        const told = shown(lookOf(one)).textContent;
        const isCut = told.includes('too long to be shown');
        for (const { kind, text } of one.sections.flatMap(({ parts }) => parts))
          if (kind === 'quote' && !isCut) expect(told).toContain(cleanText(text));
      }),
      { seed: 11, numRuns: process.env['NUTGRAF_TEST_LONG'] === undefined ? 40 : 500 },
    );
  });
});
