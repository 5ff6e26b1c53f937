import { describe, expect, it } from '@jest/globals';
import { PAGE_BOUNDS, slimPage } from '../../../../src/article/html/blocks/slim-page.ts';

const { nodes, depth, attributesOfOneElement, classChars, textChars, nodeLevels, charLevels } =
  PAGE_BOUNDS;

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}`).join(' ');
}

describe('a page is within the bounds of a tree', () => {
  it.each([
    ['when it is empty', ''],
    ['when it is ordinary', '<html><body><p>Eels</p></body></html>'],
    ['with as many elements as may be', '<br>'.repeat(nodes)],
    ['with as many levels as may be', '<i>'.repeat(depth)],
    ['with as many attributes as may be', `<p ${attributes(attributesOfOneElement)}>`],
    ['when many elements have a few attributes', '<p a b c></p>'.repeat(attributesOfOneElement)],
    ['when its levels are closed again', '<div></div>'.repeat(depth * 2)],
    ['when paragraphs close each other', '<p>'.repeat(depth * 2)],
    ['when a comment holds too many tags', `<!--${'<i>'.repeat(nodes)}-->`],
    ['when a script holds too many tags', `<script>${'<i>'.repeat(nodes)}</script>`],
    ['with more comments than nodes may be', '<!---->'.repeat(nodes + 1)],
    ['with as much text as may be', `<p>${'x'.repeat(textChars)}`],
    ['with more code than text may be', `<style>${'x'.repeat(textChars + 1)}</style>`],
    ['with class names as long as may be', `<p class="${'x'.repeat(classChars)}">`],
  ])('%s', (_, html) => {
    expect(slimPage(html)).toBeDefined();
  });
});

describe('a page is beyond the bounds of a tree', () => {
  it.each([
    ['with one element too many', '<br>'.repeat(nodes + 1)],
    ['with one level too many', '<i>'.repeat(depth + 1)],
    ['with one attribute too many', `<p ${attributes(attributesOfOneElement + 1)}>`],
    ['with too much text', `<p>${'x'.repeat(textChars + 1)}`],
    ['with too much text in many elements', `<p>${'x'.repeat(99)}`.repeat(textChars / 98)],
    ['with class names that are too long', `<p class="${'x'.repeat(classChars + 1)}">`],
    ['with one text too many', 'x<br>'.repeat(nodes / 2 + 1)],
    [
      'with too much text on its levels',
      `${'<i>'.repeat(depth)}${'x'.repeat(charLevels / depth + depth)}`,
    ],
    [
      'with too many nodes on its levels',
      `${'<i>'.repeat(depth - 1)}${'<br>'.repeat(nodeLevels / (depth - 1))}`,
    ],
  ])('%s', (_, html) => {
    expect(slimPage(html)).toBeUndefined();
  });
});

describe('a page is slimmed', () => {
  it.each([
    ['of scripts', '<p>Eels<script>let a = "<p>";</script></p>', '<p>Eels</p>'],
    ['of drawings', '<p><svg><g><path d="M0 0"/></g><text>no</text></svg>Eels</p>', '<p>Eels</p>'],
    ['of comments', '<p>Ee<!-- <b> -->ls</p>', '<p>Eels</p>'],
    [
      'of attributes that nothing reads',
      '<p data-x="1" class="a" onclick="b()">Eels</p>',
      '<p class="a">Eels</p>',
    ],
    [
      'of the end tags of what never ends',
      'Eels<br></br>and<img src=a>',
      'Eels<br><br>and<img src="a">',
    ],
  ])('%s', (_, html, slim) => {
    expect(slimPage(html)).toBe(`<!doctype html>${slim}`);
  });

  it.each([
    ['linked data', '<script type="application/ld+json">{"a":"<b>"}</script>'],
    ['style sheets', '<style>.a > .b { color: red }</style>'],
    ['entities as they are written', '<p class="a&quot;b">Eels &amp; &lt;b&gt;</p>'],
    ['fields, which tell a page that asks for a password', '<input type="password">'],
  ])('and keeps %s', (_, html) => {
    expect(slimPage(html)).toBe(`<!doctype html>${html}`);
  });

  it('and closes what is left open', () => {
    expect(slimPage('<ul CLASS=\'x "y"\'><li>One<li>Two')).toBe(
      '<!doctype html><ul class="x &quot;y&quot;"><li>One</li><li>Two</li></ul>',
    );
  });
});
