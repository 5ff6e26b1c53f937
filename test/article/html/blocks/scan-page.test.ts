import { describe, expect, it } from '@jest/globals';
import { PAGE_BOUNDS, isWithinBounds } from '../../../../src/article/html/blocks/scan-page.ts';

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
    ['with as much text as may be', `<p>${'x'.repeat(textChars)}`],
    ['with more code than text may be', `<style>${'x'.repeat(textChars + 1)}</style>`],
    ['with class names as long as may be', `<p class="${'x'.repeat(classChars)}">`],
  ])('%s', (_, html) => {
    expect(isWithinBounds(html)).toBe(true);
  });
});

describe('a page is beyond the bounds of a tree', () => {
  it.each([
    ['with one element too many', '<br>'.repeat(nodes + 1)],
    ['with one level too many', '<i>'.repeat(depth + 1)],
    ['with one attribute too many', `<p ${attributes(attributesOfOneElement + 1)}>`],
    ['with one comment too many', '<!---->'.repeat(nodes + 1)],
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
    expect(isWithinBounds(html)).toBe(false);
  });
});
