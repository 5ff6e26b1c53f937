import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from '../../../../../src/platforms/playground/looks/discord/render-markdown.ts';
import { renderMarkup } from '../../../../../src/platforms/playground/looks/markup.ts';
import { shown } from '../shown.ts';

const names = new Map([['42', 'Nutgraf']]);
const render = (markdown: string): string => renderMarkup(renderMarkdown(markdown, names));
const text = (inside: string): string => `<div class="text">${inside}</div>`;
const link = (url: string, label: string): string =>
  `<a class="link" href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>`;

describe('a line of Discord’s Markdown', () => {
  it.each([
    ['**bold** and *lean*, _too_', '<strong>bold</strong> and <em>lean</em>, <em>too</em>'],
    ['__under__ ~~gone~~', '<u>under</u> <s>gone</s>'],
    ['||hidden||', '<span class="spoiler">hidden</span>'],
    ['**a *b* c**', '<strong>a <em>b</em> c</strong>'],
    ['`**code**`', '<code>**code**</code>'],
    ['<https://quay.example/a>', link('https://quay.example/a', 'https://quay.example/a')],
    ['https://quay.example/a.', `${link('https://quay.example/a', 'https://quay.example/a')}.`],
    ['[the quay](https://quay.example)', link('https://quay.example/', 'the quay')],
    [
      '<@42> and <@7>',
      '<span class="mention">@Nutgraf</span> and <span class="mention">@unknown-user</span>',
    ],
    ['@everyone', '<span class="mention">@everyone</span>'],
    ['<:gull:12>', ':gull:'],
    ['snake_case_name 2 * 3', 'snake_case_name 2 * 3'],
  ])('%s', (markdown, inside) => {
    expect(render(markdown)).toBe(text(inside));
  });

  it.each([
    ['\\*\\*bold\\*\\*', '**bold**'],
    ['\\<\\@42\\>', '&lt;@42&gt;'],
    ['https\\://quay.example', 'https://quay.example'],
    ['¯\\\\\\_(ツ)\\_/¯', '¯\\_(ツ)_/¯'],
  ])('%s is shown as it is meant, where its marks are escaped', (markdown, inside) => {
    expect(render(markdown)).toBe(text(inside));
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
  ])('%s stays text', (hostile) => {
    const body = shown(renderMarkdown(hostile, names));
    expect(body.querySelectorAll('script, img, a')).toHaveLength(0);
    expect(body.textContent).toBe(hostile);
  });

  it('nests to a depth, and shows what is deeper as it is written', () => {
    const deep = `${'**a *b '.repeat(400)}${'c* d**'.repeat(400)}`;
    expect(render(deep).length).toBeGreaterThan(400);
  });
});

describe('lines of Discord’s Markdown', () => {
  it('are text, lists, quotes, headings, small print and code', () => {
    const body = shown(
      renderMarkdown(
        [
          '# Title',
          '-# small',
          '',
          '- one',
          '  - inner',
          '* two',
          '',
          '> said',
          '> — by whom',
          '',
          'a',
          'b',
          '```js',
          'x < 1',
          '```',
        ].join('\n'),
        names,
      ),
    );
    expect(
      [...body.children].map(({ localName, className }) => `${localName}.${className}`),
    ).toEqual([
      'div.heading level-1',
      'div.small',
      'div.gap',
      'ul.',
      'blockquote.',
      'div.gap',
      'div.text',
      'pre.',
    ]);
    expect(
      [...body.querySelectorAll('li')].map((item) => `${item.className}${item.textContent}`),
    ).toEqual(['one', 'nestedinner', 'two']);
    expect(body.querySelector('blockquote')?.innerHTML).toBe(text('said<br>— by whom'));
    expect(body.querySelector('pre')?.textContent).toBe('x < 1');
  });

  it('that begin code and never end it are text', () => {
    expect(shown(renderMarkdown('```\nopen', names)).textContent).toContain('open');
  });
});
