import { describe, expect, it } from '@jest/globals';
import { renderMarkup } from '../../../../../src/platforms/playground/looks/markup.ts';
import { renderMrkdwn } from '../../../../../src/platforms/playground/looks/slack/render-mrkdwn.ts';
import { escapeMrkdwn } from '../../../../../src/platforms/slack/render/escape-mrkdwn.ts';
import { shown } from '../shown.ts';

const names = new Map([['U42', 'Nutgraf']]);
const render = (mrkdwn: string): string => renderMarkup(renderMrkdwn(mrkdwn, names));
const lines = (inside: string): string => `<span class="lines">${inside}</span>`;
const link = (url: string, label: string): string =>
  `<a class="link" href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>`;

describe('Slack’s mrkdwn', () => {
  it.each([
    ['*bold* and _lean_ and ~gone~', '<strong>bold</strong> and <em>lean</em> and <s>gone</s>'],
    ['*_both_*', '<strong><em>both</em></strong>'],
    ['`a *b* &amp; c`', '<code>a *b* &amp; c</code>'],
    ['<https://quay.example/a>', link('https://quay.example/a', 'https://quay.example/a')],
    [
      '<https://quay.example?a=1&amp;b=2|the *quay*>',
      link('https://quay.example/?a=1&amp;b=2', 'the *quay*'),
    ],
    ['<@U42> <@U7>', '<span class="mention">@Nutgraf</span> <span class="mention">@unknown</span>'],
    [
      '<#C1|general> <!here>',
      '<span class="mention">#general</span> <span class="mention">@here</span>',
    ],
    ['one\ntwo', 'one<br />two'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['&lt;b&gt; &amp;amp;', '&lt;b&gt; &amp;amp;'],
    ['<javascript:alert(1)|here>', 'here'],
  ])('%s', (mrkdwn, inside) => {
    expect(render(mrkdwn)).toBe(lines(inside));
  });

  it('sets quoted lines off', () => {
    expect(render('&gt; said\n&gt; twice\nthen')).toBe(
      `<blockquote>said<br />twice</blockquote>${lines('then')}`,
    );
  });

  it.each(['<script>alert(1)</script>', '"><img src=x>', '*a* _b_ `c` <@U42> & more'])(
    '%s is shown as it is, where it was escaped',
    (text) => {
      const body = shown(renderMrkdwn(escapeMrkdwn(text), names));
      expect(body.querySelectorAll('script, img, a, strong, em, code, .mention')).toHaveLength(0);
      expect(body.textContent.normalize('NFKC').length).toBe(text.normalize('NFKC').length);
    },
  );
});
