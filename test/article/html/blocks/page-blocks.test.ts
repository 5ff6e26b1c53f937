import { describe, expect, it } from '@jest/globals';
import { BLOCK_MARK } from '../../../../src/article/html/blocks/block-mark.ts';
import { pageBlocks } from '../../../../src/article/html/blocks/page-blocks.ts';
import { blockOf, blocksOf } from '../blocks-of.ts';
import { documentOf } from '../document-of.ts';

function textsOf(body: string): readonly string[] {
  return blocksOf(body).map((block) => block.text);
}

describe('the blocks of a page', () => {
  it('are its paragraphs, headings and list items, in order', () => {
    const body = '<h1>Eels return</h1><p>They came at night.</p><ul><li>One</li><li>Two</li></ul>';
    expect(textsOf(body)).toEqual(['Eels return', 'They came at night.', 'One', 'Two']);
  });

  it('keep inline elements in one run of text', () => {
    expect(textsOf('<p>They <em>came</em> at <a href="/n"><b>night</b></a>.</p>')).toEqual([
      'They came at night.',
    ]);
  });

  it('are also made of bare text between block elements', () => {
    expect(textsOf('Before<p>inside</p>after <i>it</i>')).toEqual(['Before', 'inside', 'after it']);
  });

  it('end at two line breaks in a row', () => {
    expect(textsOf('<div>One<br><br>Two<br> <br>Three</div>')).toEqual(['One', 'Two', 'Three']);
  });

  it('go on over a single line break', () => {
    expect(textsOf('<p>Half a<br>line</p>')).toEqual(['Half a line']);
  });

  it('end at a block element that stands in an inline one', () => {
    expect(textsOf('<span>Over<div>in</div>under</span>')).toEqual(['Over', 'in', 'under']);
  });

  it('leave out elements without text', () => {
    expect(textsOf('<p> </p><div>\n</div><p>&nbsp;</p><p>Text</p>')).toEqual(['Text']);
  });

  it('have no line breaks, no unseen characters and no lone surrogates in them', () => {
    expect(textsOf('<pre>one\n\ttwo\u200b\u202e\u0007 th\ud800ree</pre>')).toEqual([
      'one two th\ufffdree',
    ]);
  });

  it('count up from nought', () => {
    const indexes = blocksOf('<p>a</p>b<p>c</p>').map((block) => block.index);
    expect(indexes).toEqual([0, 1, 2]);
  });
});

describe('a row of a table of data', () => {
  it('is one block, its cells kept apart', () => {
    const table =
      '<table><tr><th>Boat</th><th>Eels</th></tr><tr><td>Anna</td><td>40</td></tr></table>';
    expect(textsOf(table)).toEqual(['Boat | Eels', 'Anna | 40']);
  });

  it('leaves out its empty cells', () => {
    expect(textsOf('<table><tr><td>Anna</td><td></td><td>40</td></tr></table>')).toEqual([
      'Anna | 40',
    ]);
  });

  it('is no such row when paragraphs stand in its cells', () => {
    const table = '<table><tr><td><p>One.</p><p>Two.</p></td><td>Three.</td></tr></table>';
    expect(textsOf(table)).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('is no such row when it holds as much text as a layout', () => {
    const prose = 'The eels came at night. '.repeat(20).trim();
    expect(textsOf(`<table><tr><td>Menu</td><td>${prose}</td></tr></table>`)).toEqual([
      'Menu',
      prose,
    ]);
  });

  it('counts the links in its cells', () => {
    expect(
      blockOf('<table><tr><td><a href="/a">Anna</a></td><td>40</td></tr></table>').linkChars,
    ).toBe(4);
  });
});

describe('what a block knows', () => {
  it('is how much of it is linked', () => {
    expect(blockOf('<p>See <a href="/e">the eels</a> now</p>').linkChars).toBe(8);
  });

  it('is that all of it is linked when the link stands around the block', () => {
    const [block] = blocksOf('<a href="/e"><h3>The eels</h3></a>');
    expect(block?.linkChars).toBe(8);
  });

  it('is how much of it is bold or italic', () => {
    expect(blockOf('<p><strong>Q:</strong> Why <em>eels</em>?</p>').strongChars).toBe(6);
  });

  it('is whether a picture stands in it', () => {
    const pictures = blocksOf('<p><img src="a.png">Eels</p><p>Eels</p>').map((it) => it.hasImage);
    expect(pictures).toEqual([true, false]);
  });

  it('is the element that it stands in and those around it', () => {
    const { place } = blockOf('<article><section><p>Eels</p></section></article>');
    expect([place.tag, place.outer?.tag, place.outer?.outer?.tag, place.depth]).toEqual([
      'P',
      'SECTION',
      'ARTICLE',
      3,
    ]);
  });
});

describe('a footnote mark', () => {
  it.each(['1', '[12]', '*', '(a)'])('such as %j is left out when it leads somewhere', (mark) => {
    expect(textsOf(`<p>Eels sleep.<sup><a href="#n">${mark}</a></sup></p>`)).toEqual([
      'Eels sleep.',
    ]);
  });

  it('is none when it leads nowhere', () => {
    expect(textsOf('<p>40 km<sup>2</sup> of reed</p>')).toEqual(['40 km2 of reed']);
  });

  it('is none when it is a word', () => {
    expect(textsOf('<p>Eels<sup><a href="#n">updated</a></sup></p>')).toEqual(['Eelsupdated']);
  });
});

describe('the marks of blocks', () => {
  it('lead from every block to an element with its text', () => {
    const document = documentOf('Bare<p>one</p><div>two<br><br>three</div><ul><li>four</ul>');
    const found = pageBlocks(document).map(({ index }) =>
      document.querySelector(`[${BLOCK_MARK}="${index}"]`)?.textContent.trim(),
    );
    expect(found).toEqual(['Bare', 'one', 'two', 'three', 'four']);
  });

  it('take the place of marks that the page brings itself', () => {
    const document = documentOf(`<p ${BLOCK_MARK}="7">one</p><p ${BLOCK_MARK}="0">two</p>`);
    pageBlocks(document);
    const texts = [...document.querySelectorAll(`[${BLOCK_MARK}="0"]`)].map((it) => it.textContent);
    expect(texts).toEqual(['one']);
  });
});
