import { describe, expect, it } from '@jest/globals';
import {
  dropUnseen,
  hidesByStyle,
  type Unseen,
} from '../../../../src/article/html/blocks/drop-unseen.ts';
import { documentOf } from '../document-of.ts';

interface Seen {
  readonly text: string;
  readonly hidden: readonly Unseen[];
}

function seen(body: string, hiddenNames: readonly string[] = []): Seen {
  const document = documentOf(body);
  const hidden = dropUnseen(document.documentElement, new Set(hiddenNames));
  return { text: document.body.textContent, hidden };
}

describe('an element is hidden', () => {
  it.each([
    ['hidden', '<p hidden>eels</p>'],
    ['hidden until found', '<p hidden="until-found">eels</p>'],
    ['hidden from assistive tools', '<p aria-hidden="true">eels</p>'],
    ['not displayed', '<p style="display: none">eels</p>'],
    ['of a class for screen readers', '<p class="big sr-only">eels</p>'],
    ['visually hidden by its class', '<p class="visually-hidden">eels</p>'],
    ['inside one that is hidden', '<div hidden><p>eels</p></div>'],
  ])('when it is %s', (_, html) => {
    expect(seen(`<p>Seen</p>${html}`)).toEqual({
      text: 'Seen',
      hidden: [{ text: 'eels', textsBefore: 1 }],
    });
  });

  it.each([
    ['class', '<p class="x teaser">eels</p>', '.teaser'],
    ['id', '<p id="teaser">eels</p>', '#teaser'],
  ])("when the page's style sheet hides its %s", (_, html, name) => {
    expect(seen(html, [name]).text).toBe('');
  });

  it('in the middle of a sentence', () => {
    expect(seen('<p>Eels<span style="font-size:0">and snakes</span> sleep.</p>').text).toBe(
      'Eels sleep.',
    );
  });

  it('when it is a card over a link', () => {
    const card =
      '<span class="a"><span><img src="m.jpg"><a href="/m">Mara Lund</a> <a href="/e">Eels sold</a></span></span>';
    const html = `<p>Said <span><a href="/m">Mara Lund</a>${card}</span> of Ostvik.</p>`;
    expect(seen(html).text).toBe('Said Mara Lund of Ostvik.');
  });

  it('and says nothing of it when there was no text', () => {
    expect(seen('<div hidden><img src="a.png"> </div>').hidden).toEqual([]);
  });
});

describe('a picture and links within a line are no card', () => {
  it.each([
    ['of one link', '<p><a href="/m">M</a><span><img src="m.jpg"><a href="/e">eels</a></span></p>'],
    [
      'with words between',
      '<p><a>M</a><span><img src="m.jpg"><a>eels</a> and <a>cod</a></span></p>',
    ],
    ['without a picture', '<p><a href="/m">M</a><span><a>eels</a> <a>cod</a></span></p>'],
    ['behind no link', '<p>M <span><img src="m.jpg"><a>eels</a> <a>cod</a></span></p>'],
  ])('%s', (_, html) => {
    expect(seen(html).text).toContain('eels');
  });
});

describe('an element is seen', () => {
  it.each([
    '<p aria-hidden="false">eels</p>',
    '<p style="display:block">eels</p>',
    '<p class="hidden-gems">eels</p>',
    '<p class="teaser" id="teaser2">eels</p>',
    '<p data-hidden="true">eels</p>',
    '<p aria-label="hidden">eels</p>',
    '<details><summary>e</summary>els</details>',
  ])('when it is %s', (html) => {
    expect(seen(html, ['#teaser', '.teaser2']).text).toBe('eels');
  });
});

describe('a style hides its element', () => {
  it.each([
    'display:none',
    'display: none !important',
    'color:red; DISPLAY : NONE',
    'visibility:hidden',
    'visibility: collapse',
    'opacity:0',
    'opacity: 0.0',
    'opacity:0%',
    'font-size:0',
    'font-size: 0px',
    'height:0;overflow:hidden',
    'overflow: hidden; max-height: 0px',
    'width:0;overflow:hidden',
    'text-indent:-9999px',
    'position:absolute; left:-10000px',
    'position: absolute; clip: rect(0 0 0 0)',
    'clip-path: inset(50%)',
    'transform: scale(0)',
    'color:transparent',
  ])('when it says %j', (style) => {
    expect(hidesByStyle(style)).toBe(true);
  });
});

describe('a style shows its element', () => {
  it.each([
    '',
    'display:block',
    'opacity:0.5',
    'opacity:0.05',
    'opacity:1',
    'font-size:0.9em',
    'font-size:08px',
    'height:0.5em;overflow:hidden',
    'height:0',
    'overflow:hidden;height:10px',
    'min-height:0;overflow:hidden',
    'line-height:0;overflow:hidden',
    'border-width:0;overflow:hidden',
    'text-indent:-20px',
    'left:-10px',
    'visibility:visible',
    'background-color:transparent',
    'transform:scale(0.9)',
    'will-change:opacity',
  ])('when it says %j', (style) => {
    expect(hidesByStyle(style)).toBe(false);
  });
});

describe('what is no prose', () => {
  it.each([
    '<script>eels()</script>',
    '<style>.eels{}</style>',
    '<noscript>eels</noscript>',
    '<template><p>eels</p></template>',
    '<svg><text>eels</text></svg>',
    '<iframe>eels</iframe>',
    '<video>eels</video>',
    '<select><option>eels</option></select>',
    '<button>eels</button>',
    '<textarea>eels</textarea>',
    '<dialog open>eels</dialog>',
    '<!-- eels -->',
  ])('is taken out without a word: %s', (html) => {
    expect(seen(`<p>Seen</p>${html}`)).toEqual({ text: 'Seen', hidden: [] });
  });
});
