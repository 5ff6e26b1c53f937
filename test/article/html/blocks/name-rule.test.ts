import { describe, expect, it } from '@jest/globals';
import { nameRule } from '../../../../src/article/html/blocks/name-rule.ts';
import { documentOf } from '../document-of.ts';

function ruleOf(html: string): string | undefined {
  const element = documentOf(html).body.firstElementChild;
  if (element === null) throw new Error(`This is no element: ${html}`);
  return nameRule(element);
}

describe('an element speaks for a rule', () => {
  it.each([
    ['article__related-links', 'related'],
    ['qx-photoCredit', 'caption'],
    ['read-more', 'related'],
    ['wp-caption-text', 'caption'],
    ['Newsletter_signup', 'newsletter'],
    ['big blue share-bar', 'share'],
    ['adSlot', 'advertisement'],
    ['AUTHOR-BIO', 'byline'],
    ['pullquote', 'pull-quote'],
    ['site-footer', 'page-footer'],
    ['comments', 'comments'],
  ])('by the class %j: %s', (name, rule) => {
    expect(ruleOf(`<div class="${name}">x</div>`)).toBe(rule);
  });

  it.each([
    ['id', 'cookie-banner', 'notice'],
    ['itemprop', 'author', 'byline'],
    ['data-testid', 'share-tools', 'share'],
    ['data-component', 'RelatedStories', 'related'],
    ['role', 'navigation', 'navigation'],
    ['role', 'ContentInfo', 'page-footer'],
    ['role', 'complementary', 'sidebar'],
  ])('by its %s %j: %s', (attribute, name, rule) => {
    expect(ruleOf(`<div ${attribute}="${name}">x</div>`)).toBe(rule);
  });

  it('by its own tag name', () => {
    expect(ruleOf('<newsletter-box>x</newsletter-box>')).toBe('newsletter');
  });

  it('by its role before its class', () => {
    expect(ruleOf('<div role="dialog" class="related">x</div>')).toBe('notice');
  });

  it('by its class before its id', () => {
    expect(ruleOf('<div id="related" class="share">x</div>')).toBe('share');
  });
});

describe('an element speaks for no rule', () => {
  it.each([
    'paragraph',
    'story-body',
    'article-text',
    'has-caption',
    'no-sidebar',
    'category-newsletter',
    'tag-related',
    'heading',
    'shareholder',
    'admiral',
    'metallic',
    'captioned',
    '',
    '---',
  ])('by the class %j', (name) => {
    expect(ruleOf(`<div class="${name}">x</div>`)).toBeUndefined();
  });

  it('by a name far behind others', () => {
    const names = Array.from({ length: 300 }, (_, index) => `x${index}`).join(' ');
    expect(ruleOf(`<div class="${names} related">x</div>`)).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty'])('by the name %j', (name) => {
    expect(ruleOf(`<div class="${name}" role="${name}">x</div>`)).toBeUndefined();
  });
});
