import { describe, expect, it } from '@jest/globals';
import { isLede } from '../../../../src/article/html/story/is-lede.ts';
import { surveyStory } from '../../../../src/article/html/story/story.ts';
import { blocksOf } from '../blocks-of.ts';
import { storyParagraphs } from '../story-page.ts';

const lede =
  'Eleven years after the last of them was counted, the eels are back in Kelp Bay, and there are hundreds.';
const story = `<div>${storyParagraphs.map((text) => `<p>${text}</p>`).join('')}</div>`;

/** Says whether the block with this text is a lede, on a page whose story is the invented one. */
function isLedeIn(body: string, text = lede, description = ''): boolean {
  const blocks = blocksOf(body);
  const chosen = blocks
    .filter((block) => storyParagraphs.includes(block.text))
    .map(({ index }) => index);
  const facts = { title: 'Eels return', description, byline: [], isThread: false };
  const block = blocks.find((it) => it.text === text);
  if (block === undefined) throw new Error(`The page does not say: ${text}`);
  return isLede(block, surveyStory(blocks, new Set(chosen), facts));
}

describe('a lede', () => {
  it('is a sentence between headline and story', () => {
    expect(isLedeIn(`<main><h1>Eels return</h1><p>${lede}</p>${story}</main>`)).toBe(true);
  });

  it('may stand below the byline', () => {
    const byline = '<p class="byline">By Mara Voss</p>';
    expect(isLedeIn(`<main><h1>Eels return</h1>${byline}<p>${lede}</p>${story}</main>`)).toBe(true);
  });
});

describe('it is no lede', () => {
  it('when the byline stands below it', () => {
    const byline = '<p class="byline">By Mara Voss</p>';
    expect(isLedeIn(`<main><h1>Eels return</h1><p>${lede}</p>${byline}${story}</main>`)).toBe(
      false,
    );
  });

  it("when it is the page's description", () => {
    const page = `<main><h1>Eels return</h1><p>${lede}</p>${story}</main>`;
    expect(isLedeIn(page, lede, `${lede} Our reporter went there.`)).toBe(false);
  });

  it('when it stands above the headline', () => {
    expect(isLedeIn(`<main><p>${lede}</p><h1>Eels return</h1>${story}</main>`)).toBe(false);
  });

  it('when there is no headline', () => {
    expect(isLedeIn(`<main><p>${lede}</p>${story}</main>`)).toBe(false);
  });

  it('when it stands in the header', () => {
    expect(isLedeIn(`<main><header><h1>Eels</h1><p>${lede}</p></header>${story}</main>`)).toBe(
      false,
    );
  });

  it('when it stands in an element that does not hold the story', () => {
    expect(isLedeIn(`<h1>Eels</h1><aside><p>${lede}</p></aside><main>${story}</main>`)).toBe(false);
  });

  it('when it is linked', () => {
    expect(isLedeIn(`<main><h1>Eels</h1><p><a href="/">${lede}</a></p>${story}</main>`)).toBe(
      false,
    );
  });

  it('when it is short', () => {
    expect(
      isLedeIn(`<main><h1>Eels</h1><p>They are back.</p>${story}</main>`, 'They are back.'),
    ).toBe(false);
  });

  it('when it does not end like a sentence', () => {
    const label = lede.slice(0, -1);
    expect(isLedeIn(`<main><h1>Eels</h1><p>${label}</p>${story}</main>`, label)).toBe(false);
  });

  it('when it stands after the first paragraph', () => {
    expect(isLedeIn(`<main><h1>Eels</h1>${story}<p>${lede}</p></main>`)).toBe(false);
  });
});
