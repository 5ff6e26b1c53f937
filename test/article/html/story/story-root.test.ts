import { describe, expect, it } from '@jest/globals';
import { candidateBlocks } from '../../../../src/article/html/story/story-root.ts';
import { blocksOf } from '../blocks-of.ts';
import { storyParagraphs, storyTitle } from '../story-page.ts';

const story = storyParagraphs.map((text) => `<p>${text}</p>`).join('');
const labels = `<ul>${'<li>Eels and more eels</li>'.repeat(60)}</ul>`;
const sentence = 'The wardens of Ostvik count again in April, when the water is warm.';

function candidates(body: string, chosen: readonly string[], title = ''): readonly string[] {
  const blocks = blocksOf(body);
  const indexes = blocks.filter((block) => chosen.includes(block.text)).map((block) => block.index);
  const found = candidateBlocks(blocks, new Set(indexes), title);
  return blocks.filter((block) => found.has(block.index)).map((block) => block.text);
}

describe('the candidates', () => {
  it('are what was chosen, when that is most of the densest element', () => {
    const chosen = storyParagraphs.slice(0, 4);
    expect(candidates(`<article>${story}</article><p>${sentence}</p>`, chosen)).toEqual(chosen);
  });

  it('are the densest element, when the choice missed it', () => {
    expect(
      candidates(`<aside>${labels}<p>${sentence}</p></aside><article>${story}</article>`, [
        sentence,
      ]),
    ).toEqual(storyParagraphs);
  });

  it('are the densest element, when nothing was chosen', () => {
    expect(candidates(`<nav>Home</nav><article>${story}</article>`, [])).toEqual(storyParagraphs);
  });

  it('take in an outer element that brings more of the same', () => {
    const halves = `<main><div>${story}</div><div><p>${sentence}</p><p>${sentence}</p></div></main>`;
    expect(candidates(halves, [])).toEqual([...storyParagraphs, sentence, sentence]);
  });

  it('leave out an outer element that brings mostly labels', () => {
    expect(candidates(`<main><div>${story}</div>${labels}<p>${sentence}</p></main>`, [])).toEqual(
      storyParagraphs,
    );
  });

  it.each(['comments', 'cookie-banner', 'site-footer', 'related'])(
    'are never the densest element of the class %j',
    (name) => {
      expect(
        candidates(`<div class="${name}">${story}</div><main><p>${sentence}</p></main>`, []),
      ).toEqual([sentence]);
    },
  );

  it('are the story below the headline, when all that was chosen stands below it', () => {
    const letters = storyParagraphs.map((text) => `Dear editor, ${text}`);
    const others = [...letters, ...letters].map((text) => `<p>${text}</p>`).join('');
    const body = `<h1>${storyTitle}</h1><div>${story}</div><section>${others}</section>`;
    expect(candidates(body, letters, storyTitle)).toEqual(storyParagraphs);
    expect(candidates(body, letters)).not.toContain(storyParagraphs[0]);
  });

  it('are what was chosen, when there is no prose', () => {
    expect(candidates('<p>Home</p><p>News</p>', ['Home'])).toEqual(['Home']);
  });
});
